import { ApiError } from "@/components/api/client";
import type { EditedBlocks } from "@/core/schedule/batch-contract";
import { applyEdit, channelsOf, type GuideEdit, idOf, withoutIdle } from "@/core/schedule/guide-edit";
import type { EditableFrom, GuideIndex } from "@/core/schedule/guide-index";
import { type Rebased, rebaseEdit, rebaseOnKnown } from "@/core/schedule/rebase-edit";
import { EMPTY_LOG, logged, redone, replaced, struck, type UndoLog, undone } from "@/core/schedule/undo-log";
import type { GuideBlock } from "./guide-block";

export type Edit = GuideEdit<GuideBlock>;

/** What the queue needs of the world. */
export interface EditRemote {
  /** Sends an edit with the versions that were seen. @throws ApiError */
  send(edit: Edit): Promise<EditedBlocks>;
  /** Writes what the server answered into what is on the page. */
  confirm(edit: Edit, reply: EditedBlocks): void;
  /** Reads the guide that an edit is about anew. @throws ApiError */
  refresh(edit: Edit): Promise<GuideIndex<GuideBlock>>;
  /** The confirmed blocks that the page knows of some channels. */
  known(channelIds: readonly string[]): GuideBlock[];
  editableFrom: EditableFrom;
  /** Calls back after some milliseconds; a test has no need to wait. */
  later(work: () => void, ms: number): void;
}

/** Why an edit was not carried out: the server's answer, or what somebody else did meanwhile. */
export type Refused = { error: unknown } | Exclude<Rebased<GuideBlock>, { edit: Edit }>;

export interface QueueState {
  /** Shown on the guide but not confirmed yet, oldest first. */
  pending: readonly Edit[];
  log: UndoLog<GuideBlock>;
  /** The server cannot be reached; what is pending is sent again by itself. */
  isStalled: boolean;
}

const RETRY_MS = 2000;
const MOST_REBASES = 8;

/**
 * Edits of the guide on their way to the server, one after the other in the order they were made. Each is shown at once. When
 * somebody else was faster, the guide is read anew and the edit carried over to it; when that cannot be, it is refused
 * by name. While the server cannot be reached an edit waits: none is lost.
 */
export class EditQueue {
  state: QueueState = { pending: [], log: EMPTY_LOG, isStalled: false };
  private readonly listeners = new Set<() => void>();
  private isSending = false;

  constructor(
    private readonly remote: EditRemote,
    private readonly onRefused: (edit: Edit, why: Refused) => void,
  ) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  snapshot = (): QueueState => this.state;

  /** Shows an edit and sends it. False when it would change nothing, or is refused. */
  perform(wish: Edit): boolean {
    const edit = this.carriedOver(withoutIdle(wish));
    if (!edit || edit.changes.length === 0) return false;
    this.enqueue(edit, logged(this.state.log, edit));
    return true;
  }

  /** Notes a step that the server has carried out by itself, so that it can be taken back like any other. */
  record(edit: Edit): void {
    if (edit.changes.length > 0) this.change({ log: logged(this.state.log, edit) });
  }

  /** Takes the newest step back and answers it; null when there is none, or it cannot be taken back any more. */
  undo(): Edit | null {
    return this.step(undone(this.state.log));
  }

  redo(): Edit | null {
    return this.step(redone(this.state.log));
  }

  private step(found: { edit: Edit; log: UndoLog<GuideBlock> } | null): Edit | null {
    if (!found) return null;
    const edit = this.carriedOver(found.edit);
    if (!edit) {
      this.change({ log: struck(found.log, found.edit) });
      return null;
    }
    const log = replaced(found.log, found.edit, edit);
    if (edit.changes.length > 0) this.enqueue(edit, log);
    else this.change({ log });
    return found.edit;
  }

  /**
   * The edit on what the page knows by now: a block may have been changed elsewhere while it was in the hand or since
   * the step that is taken back, and that must not be undone in silence. Null when it is refused.
   */
  private carriedOver(edit: Edit): Edit | null {
    const confirmed = this.remote.known(channelsOf(edit));
    const known = this.state.pending.reduce<readonly GuideBlock[]>(
      (blocks, each) => applyEdit(blocks, each),
      confirmed,
    );
    const carried = rebaseOnKnown(edit, known);
    if ("edit" in carried) return carried.edit;
    this.onRefused(edit, carried);
    return null;
  }

  private enqueue(edit: Edit, log: UndoLog<GuideBlock>): void {
    this.change({ pending: [...this.state.pending, edit], log });
    void this.sendAll();
  }

  private change(changes: Partial<QueueState>): void {
    this.state = { ...this.state, ...changes };
    for (const listener of this.listeners) listener();
  }

  private async sendAll(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    for (let head = this.state.pending[0]; head; head = this.state.pending[0]) {
      if (!(await this.settle(head))) {
        this.change({ isStalled: true });
        this.remote.later(() => {
          this.isSending = false;
          void this.sendAll();
        }, RETRY_MS);
        return;
      }
      if (this.state.isStalled) this.change({ isStalled: false });
    }
    this.isSending = false;
  }

  /** Brings one edit to its end. False when the server cannot be reached. */
  private async settle(original: Edit): Promise<boolean> {
    let edit = original;
    for (let attempt = 0; attempt < MOST_REBASES; attempt++) {
      try {
        this.remote.confirm(edit, await this.remote.send(edit));
        this.finish(original);
        return true;
      } catch (error) {
        if (!(error instanceof ApiError) || !isOutdated(error)) {
          if (isOutage(error)) return false;
          this.refuse(original, { error });
          return true;
        }
      }
      const fresh = await this.remote.refresh(edit).catch((error: unknown) => ({ error }));
      if ("error" in fresh) {
        if (isOutage(fresh.error)) return false;
        this.refuse(original, fresh);
        return true;
      }
      const rebased = rebaseEdit(edit, fresh, this.remote.editableFrom);
      if (!("edit" in rebased)) {
        this.refuse(original, rebased);
        return true;
      }
      edit = rebased.edit;
      if (edit.changes.length === 0) {
        this.finish(original);
        return true;
      }
    }
    return false;
  }

  private finish(edit: Edit): void {
    this.change({ pending: this.state.pending.filter((each) => each !== edit) });
  }

  /** The edit, and what was built upon it, never happened. */
  private refuse(edit: Edit, why: Refused): void {
    const ids = new Set(edit.changes.map(idOf));
    const fallen = this.state.pending.filter(
      (each) => each === edit || each.changes.some((change) => ids.has(idOf(change))),
    );
    this.change({
      pending: this.state.pending.filter((each) => !fallen.includes(each)),
      log: fallen.reduce((log, each) => struck(log, each), this.state.log),
    });
    this.onRefused(edit, why);
  }
}

const isOutdated = (error: ApiError) => error.code === "schedule.changed";
/** 429 too: the limit asks for patience, not for giving up. */
const isOutage = (error: unknown) =>
  error instanceof ApiError && (error.status === 0 || error.status >= 500 || error.status === 429);
