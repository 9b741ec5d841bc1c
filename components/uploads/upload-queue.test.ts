import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ApiError } from "@/components/api/client";
import * as transfer from "./transfer";
import { UploadQueue } from "./upload-queue";

vi.mock("./transfer");

const began = vi.mocked(transfer.beginUpload);
const sent = vi.mocked(transfer.sendFile);

/** What the queue was told to send, and the wires to it. */
interface Sending {
  name: string;
  events: transfer.TransferEvents;
  stopped: boolean;
}
let sendings: Sending[];
let queue: UploadQueue;
let close: () => void;

function file(name: string, size = 1000): File {
  return new File([new Uint8Array(size)], name, { lastModified: 1 });
}
const states = () => Object.fromEntries(queue.snapshot().map(({ name, state }) => [name, state]));
const keyOf = (name: string) => queue.snapshot().find((entry) => entry.name === name)!.key;
/** Lets everything that waits for nothing but promises happen. */
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  });
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("navigator", { onLine: true });
  sendings = [];
  began.mockReset().mockImplementation(async ({ name }) => ({ contentItemId: name, uploadPath: `/files/${name}` }));
  sent.mockReset().mockImplementation(async ({ name }, _, events) => {
    const sending = { name, events, stopped: false };
    sendings.push(sending);
    return () => {
      sending.stopped = true;
    };
  });
  vi.mocked(transfer.askOffset).mockReset().mockResolvedValue(400);
  vi.mocked(transfer.discardUpload).mockReset().mockResolvedValue(undefined);
  queue = new UploadQueue(() => {});
  close = queue.open();
});

afterEach(() => {
  close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("three files are sent at once, the fourth when one is done", async () => {
  queue.add(["a", "b", "c", "d"].map((name) => file(name)));
  await settle();
  expect(states()).toEqual({ a: "sending", b: "sending", c: "sending", d: "queued" });
  sendings[0]?.events.success();
  await settle();
  expect(states()).toEqual({ a: "done", b: "sending", c: "sending", d: "sending" });
});

test("a file that is being sent is not sent a second time", async () => {
  queue.add([file("a")]);
  await settle();
  queue.add([file("a")]);
  await settle();
  expect(sendings).toHaveLength(1);
});

describe("when the way is broken", () => {
  test("an upload is tried again until it gets through, on the upload that has begun", async () => {
    queue.add([file("a")]);
    await settle();
    for (let round = 1; round <= 5; round++) {
      sendings.at(-1)?.events.failure(0, "network");
      expect(states()).toEqual({ a: "waiting" });
      await vi.advanceTimersByTimeAsync(5_000);
      expect(sendings).toHaveLength(round + 1);
    }
    expect(began).toHaveBeenCalledTimes(1);
  });

  test("it stops with the network and goes on with it, at once", async () => {
    queue.add([file("a")]);
    await settle();
    window.dispatchEvent(new Event("offline"));
    expect(states()).toEqual({ a: "waiting" });
    expect(sendings[0]?.stopped).toBe(true);
    window.dispatchEvent(new Event("online"));
    await settle();
    expect(states()).toEqual({ a: "sending" });
  });

  test("a connection on which nothing moves is opened anew", async () => {
    queue.add([file("a")]);
    await settle();
    await vi.advanceTimersByTimeAsync(32_000);
    expect(sendings[0]?.stopped).toBe(true);
    expect(sendings).toHaveLength(2);
  });

  test("a full queue of requests waits as long as the server says", async () => {
    began.mockRejectedValueOnce(new ApiError(429, "rate_limit.exceeded", "Too many.", {}, null, 20));
    queue.add([file("a")]);
    await settle();
    await vi.advanceTimersByTimeAsync(19_000);
    expect(states()).toEqual({ a: "waiting" });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(states()).toEqual({ a: "sending" });
  });
});

test("what the server refuses waits for the creator, with the server's words", async () => {
  queue.add([file("a")]);
  await settle();
  sendings[0]?.events.failure(507, "The storage has no room left.");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(queue.snapshot()).toMatchObject([{ state: "failed", message: "The storage has no room left." }]);
  queue.resume(keyOf("a"));
  await settle();
  expect(states()).toEqual({ a: "sending" });
});

test("a paused upload stays where it is until it is resumed", async () => {
  queue.add([file("a")]);
  await settle();
  queue.pause(keyOf("a"));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states()).toEqual({ a: "paused" });
  expect(sendings[0]?.stopped).toBe(true);
  queue.resume(keyOf("a"));
  await settle();
  expect(sendings).toHaveLength(2);
  expect(began).toHaveBeenCalledTimes(1);
});

test("a cancelled upload is taken back on the server, and its place goes to the next", async () => {
  queue.add(["a", "b", "c", "d"].map((name) => file(name)));
  await settle();
  queue.cancel(keyOf("b"));
  await settle();
  expect(transfer.discardUpload).toHaveBeenCalledWith("/files/b");
  expect(states()).toEqual({ a: "sending", c: "sending", d: "sending" });
});

test("an upload that is cancelled while it begins is taken back once it has begun", async () => {
  let answer = (_: transfer.StartedUpload) => {};
  began.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  queue.add([file("a")]);
  await settle();
  queue.cancel(keyOf("a"));
  answer({ contentItemId: "a", uploadPath: "/files/a" });
  await settle();
  expect(transfer.discardUpload).toHaveBeenCalledWith("/files/a");
  expect(sendings).toHaveLength(0);
});

describe("after a reload", () => {
  async function reload(): Promise<void> {
    close();
    queue = new UploadQueue(() => {});
    close = queue.open();
    await settle();
  }

  test("the upload is shown, and the same file goes on with it", async () => {
    queue.add([file("a")]);
    await settle();
    await reload();
    expect(queue.snapshot()).toMatchObject([{ name: "a", state: "interrupted", sentBytes: 400 }]);
    queue.add([file("a")]);
    await settle();
    expect(states()).toEqual({ a: "sending" });
    expect(began).toHaveBeenCalledTimes(1);
    expect(sent).toHaveBeenLastCalledWith(expect.anything(), "/files/a", expect.anything());
  });

  test("an upload that the server no longer knows begins anew", async () => {
    queue.add([file("a")]);
    await settle();
    vi.mocked(transfer.askOffset).mockResolvedValue(null);
    await reload();
    expect(queue.snapshot()).toEqual([]);
    queue.add([file("a")]);
    await settle();
    expect(began).toHaveBeenCalledTimes(2);
  });
});
