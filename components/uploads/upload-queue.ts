import { ApiError } from "@/components/api/client";
import { fileKey, forget, type Remembered, remember, rememberedUploads } from "./remembered";
import { addSample, type Sample, speedOf } from "./speed";
import { askOffset, beginUpload, discardUpload, sendFile } from "./transfer";
import { isOpen, type UploadEntry } from "./upload-entry";

const AT_ONCE = 3;
const WAIT_MS = 5_000;
/** A connection on which nothing has moved for so long is taken for dead and opened anew. */
const STALL_MS = 30_000;
const TICK_MS = 1_000;

/** What an entry needs besides what is shown. */
interface Running {
  file?: File;
  uploadPath?: string;
  stop?: () => void;
  samples: Sample[];
  movedAtMs: number;
  waiting?: ReturnType<typeof setTimeout>;
}

/**
 * The uploads of this browser tab, outside of React, so that they go on while pages come and go. What fails because
 * the way to the server is broken is tried again until it is not; what the server refuses waits for the creator.
 */
export class UploadQueue {
  private entries: readonly UploadEntry[] = [];
  private readonly running = new Map<string, Running>();
  private readonly listeners = new Set<() => void>();
  private ticking?: ReturnType<typeof setInterval>;

  /** @param onChange called when the library has changed: an item was added, completed or removed */
  constructor(private readonly onChange: () => void) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): readonly UploadEntry[] => this.entries;

  /** Watches the network and shows what an earlier page has left unfinished. Returns what ends it. */
  readonly open = (): (() => void) => {
    window.addEventListener("online", this.goOn);
    window.addEventListener("offline", this.holdStill);
    this.ticking = setInterval(this.tick, TICK_MS);
    void this.showUnfinished();
    return () => {
      window.removeEventListener("online", this.goOn);
      window.removeEventListener("offline", this.holdStill);
      clearInterval(this.ticking);
    };
  };

  readonly add = (files: readonly File[]): void => {
    for (const file of files) {
      const key = fileKey(file);
      const known = this.entry(key);
      if (known && isOpen(known)) continue;
      this.running.set(key, { samples: [], movedAtMs: Date.now(), ...this.running.get(key), file });
      this.put({
        key,
        name: file.name,
        sizeBytes: file.size,
        sentBytes: known?.state === "interrupted" ? known.sentBytes : 0,
        state: "queued",
        message: null,
        contentItemId: null,
        bytesPerSecond: null,
      });
    }
    this.pump();
  };

  readonly pause = (key: string): void => this.halt(key, "paused", null);

  /** Goes on with one that is paused, waits, or has failed. */
  readonly resume = (key: string): void => {
    this.change(key, { state: "queued", message: null });
    this.pump();
  };

  /** Takes an upload back: on the server, too, unless it is complete. */
  readonly cancel = (key: string): void => {
    const { uploadPath } = this.running.get(key) ?? {};
    this.halt(key, "paused", null);
    this.drop(key);
    forget(key, Date.now());
    if (uploadPath) void discardUpload(uploadPath).then(this.onChange, () => {});
    this.pump();
  };

  readonly clearFinished = (): void => {
    for (const { key, state } of this.entries) if (state === "done") this.drop(key);
  };

  private pump(): void {
    const active = this.entries.filter(({ state }) => state === "starting" || state === "sending").length;
    const next = this.entries.filter(({ state }) => state === "queued").slice(0, Math.max(0, AT_ONCE - active));
    for (const { key } of next) {
      this.change(key, { state: "starting", message: null });
      void this.start(key).catch((thrown: unknown) => this.failed(key, thrown));
    }
  }

  private async start(key: string): Promise<void> {
    const run = this.running.get(key);
    if (!run?.file) return;
    const begun = (await this.begunEarlier(key)) ?? (await this.begin(key, run.file));
    // Paused or cancelled in the meantime.
    if (this.entry(key)?.state !== "starting") return;
    run.uploadPath = begun.uploadPath;
    run.samples = [];
    run.movedAtMs = Date.now();
    this.change(key, { state: "sending", contentItemId: begun.contentItemId });
    const stop = await sendFile(run.file, begun.uploadPath, {
      progress: (sentBytes) => {
        run.movedAtMs = Date.now();
        this.change(key, { sentBytes });
      },
      success: () => this.succeeded(key),
      failure: (status, message) => this.failed(key, new ApiError(status, "network.unreachable", message)),
    });
    if (this.entry(key)?.state === "sending") run.stop = stop;
    else stop();
  }

  /** The upload of this file that this browser began earlier, if the server still has it. */
  private async begunEarlier(key: string): Promise<Remembered | null> {
    const found = rememberedUploads(Date.now()).find((upload) => upload.key === key);
    if (!found) return null;
    const offset = await askOffset(found.uploadPath).catch(() => {
      throw new ApiError(0, "network.unreachable", "No connection to the server.");
    });
    if (offset !== null) return found;
    forget(key, Date.now());
    return null;
  }

  private async begin(key: string, file: File): Promise<Remembered> {
    const begun = await beginUpload(file);
    const upload = { ...begun, key, name: file.name, sizeBytes: file.size, begunAtMs: Date.now() };
    if (this.entry(key)) remember(upload);
    else void discardUpload(begun.uploadPath).catch(() => {});
    this.onChange();
    return upload;
  }

  private succeeded(key: string): void {
    const entry = this.entry(key);
    if (!entry) return;
    this.running.delete(key);
    forget(key, Date.now());
    this.change(key, { state: "done", sentBytes: entry.sizeBytes, bytesPerSecond: null });
    this.onChange();
    this.pump();
  }

  private failed(key: string, thrown: unknown): void {
    const { status, message, retryAfterSeconds } = asApiError(thrown);
    const passing =
      status === 0 || status === 409 || status === 423 || status === 429 || (status >= 500 && status !== 507);
    if (!passing) {
      if (status === 404) forget(key, Date.now());
      this.halt(key, "failed", message);
    } else {
      this.halt(key, "waiting", navigator.onLine ? "The server cannot be reached. It goes on by itself." : OFFLINE);
      const run = this.running.get(key);
      const waitMs = retryAfterSeconds ? retryAfterSeconds * 1000 : WAIT_MS;
      if (run) run.waiting = setTimeout(() => this.retryWaiting(key), waitMs);
    }
    this.pump();
  }

  private retryWaiting(key: string): void {
    if (this.entry(key)?.state === "waiting") this.resume(key);
  }

  private readonly goOn = (): void => {
    for (const { key } of this.entries) this.retryWaiting(key);
  };

  private readonly holdStill = (): void => {
    for (const { key, state } of this.entries) {
      if (state === "sending" || state === "starting") this.halt(key, "waiting", OFFLINE);
    }
  };

  /** Measures speed, and takes connections for dead on which nothing moves. */
  private readonly tick = (): void => {
    const atMs = Date.now();
    for (const { key, state, sentBytes } of this.entries) {
      const run = this.running.get(key);
      if (state !== "sending" || !run) continue;
      run.samples = addSample(run.samples, { atMs, sentBytes });
      this.change(key, { bytesPerSecond: speedOf(run.samples) });
      if (atMs - run.movedAtMs > STALL_MS) {
        this.halt(key, "paused", null);
        this.resume(key);
      }
    }
  };

  private async showUnfinished(): Promise<void> {
    for (const upload of rememberedUploads(Date.now())) {
      const offset = await askOffset(upload.uploadPath).catch(() => null);
      if (offset === null || this.entry(upload.key)) continue;
      if (offset === upload.sizeBytes) {
        forget(upload.key, Date.now());
        continue;
      }
      const { key, name, sizeBytes, contentItemId, uploadPath } = upload;
      this.running.set(key, { uploadPath, samples: [], movedAtMs: Date.now() });
      const shown = { key, name, sizeBytes, contentItemId, sentBytes: offset };
      this.put({ ...shown, state: "interrupted", message: null, bytesPerSecond: null });
    }
  }

  private halt(key: string, state: UploadEntry["state"], message: string | null): void {
    const run = this.running.get(key);
    run?.stop?.();
    if (run) {
      run.stop = undefined;
      clearTimeout(run.waiting);
    }
    this.change(key, { state, message, bytesPerSecond: null });
  }

  private entry(key: string): UploadEntry | undefined {
    return this.entries.find((entry) => entry.key === key);
  }

  private put(entry: UploadEntry): void {
    this.show([...this.entries.filter(({ key }) => key !== entry.key), entry]);
  }

  private change(key: string, fields: Partial<UploadEntry>): void {
    this.show(this.entries.map((entry) => (entry.key === key ? { ...entry, ...fields } : entry)));
  }

  private drop(key: string): void {
    this.running.delete(key);
    this.show(this.entries.filter((entry) => entry.key !== key));
  }

  private show(entries: readonly UploadEntry[]): void {
    this.entries = entries;
    for (const listener of this.listeners) listener();
  }
}

const OFFLINE = "No network. It goes on by itself.";

function asApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new ApiError(0, "network.unreachable", message);
}
