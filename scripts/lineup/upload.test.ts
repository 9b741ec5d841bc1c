import { mkdtemp, open, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runLineup } from "./run";

const LARGE_BYTES = 17 * 1024 * 1024;
const STOP_AFTER_BYTES = 1024 * 1024;

/** Speaks as much of the API as uploads need, and can hang up in the middle of one. */
class UploadServer {
  readonly calls: string[] = [];
  received = 0;
  sizeBytes = 0;
  isGone = false;
  /** Called once so many bytes are there; from then on nothing more is read. */
  onBytes: (() => void) | undefined;
  private readonly server: Server = createServer((request, reply) => void this.answer(request, reply));

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return this.origin;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const { method = "", url = "" } = request;
    this.calls.push(`${method} ${url}`);
    reply.setHeader("Tus-Resumable", "1.0.0");
    if (method === "HEAD") {
      if (this.isGone) return void reply.writeHead(404).end();
      return void reply.writeHead(200, { "Upload-Offset": this.received, "Upload-Length": this.sizeBytes }).end();
    }
    if (method === "PATCH") return this.take(request, reply);
    const body = await textOf(request);
    if (url.endsWith("/init")) {
      this.isGone = false;
      this.received = 0;
      this.sizeBytes = JSON.parse(body).sizeBytes;
      const begun = {
        contentItemId: `item-${this.calls.length}`,
        uploadUrl: `${this.origin}/files/1`,
        expiresInSeconds: 900,
      };
      return json(reply, 201, begun);
    }
    if (method === "PUT") this.received = Buffer.byteLength(body);
    json(reply, 200, { contentItemId: "item", status: "pending_transcode" });
  }

  private async take(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    for await (const chunk of request) {
      this.received += (chunk as Buffer).length;
      if (!this.onBytes || this.received < STOP_AFTER_BYTES) continue;
      this.onBytes();
      this.onBytes = undefined;
      await new Promise((resolve) => request.once("close", resolve));
      return;
    }
    reply.writeHead(204, { "Upload-Offset": this.received }).end();
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

function json(reply: ServerResponse, status: number, body: unknown): void {
  reply.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

let folder: string;
let server: UploadServer;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "lineup-upload-"));
  server = new UploadServer();
  await server.open();
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(words: string[], signal = new AbortController().signal) {
  const said = { out: "", err: "" };
  const exitCode = await runLineup(words, {
    stdout: { write: (text) => (said.out += text) },
    stderr: { write: (text) => (said.err += text) },
    env: { LINEUP_URL: server.origin, LINEUP_KEY: "vk_live_1", XDG_STATE_HOME: folder, HOME: folder },
    folder,
    signal,
    ask: () => Promise.reject(new Error("nothing is asked here")),
  });
  return { exitCode, ...said };
}

async function largeFile(name: string): Promise<void> {
  const file = await open(path.join(folder, name), "w");
  await file.truncate(LARGE_BYTES);
  await file.close();
}

const begun = () => server.calls.filter((call) => call.endsWith("/init")).length;

async function interruptedUpload(): Promise<void> {
  await largeFile("film.mkv");
  const stop = new AbortController();
  server.onBytes = () => stop.abort();
  const { exitCode, err } = await run(["upload", "film.mkv"], stop.signal);
  expect(exitCode).toBe(130);
  expect(err).toContain("The same command goes on where this one stopped.");
}

test("a large upload that Ctrl-C ends goes on where it stopped", async () => {
  await interruptedUpload();
  const kept = server.received;
  expect(kept).toBeGreaterThanOrEqual(STOP_AFTER_BYTES);
  expect(kept).toBeLessThan(LARGE_BYTES);
  const second = await run(["upload", "film.mkv", "--json"]);
  expect(second).toMatchObject({ exitCode: 0, err: "" });
  expect(JSON.parse(second.out)).toEqual({ items: [{ file: "film.mkv", contentItemId: "item-1" }] });
  expect(server.received).toBe(LARGE_BYTES);
  expect(begun()).toBe(1);
  expect(server.calls.filter((call) => call.startsWith("HEAD"))).not.toEqual([]);
  expect(await readdir(path.join(folder, "lineup/uploads"))).toEqual([]);
});

test("an upload that the server knows no more begins anew", async () => {
  await interruptedUpload();
  server.isGone = true;
  expect((await run(["upload", "film.mkv"])).exitCode).toBe(0);
  expect(begun()).toBe(2);
  expect(server.received).toBe(LARGE_BYTES);
});

test("a small file goes in one PUT, and says plainly where it went", async () => {
  await writeFile(path.join(folder, "clip.mp4"), "0123456789");
  const { exitCode, out, err } = await run(["upload", "clip.mp4"]);
  expect({ exitCode, out, err }).toEqual({
    exitCode: 0,
    out: "item-1\n",
    err: "clip.mp4: uploaded, 10 B, item item-1\n",
  });
  expect(server.calls.map((call) => call.split("/").at(-1))).toEqual(["init", "1", "complete"]);
});

test("a wrong file among many is found before anything is sent", async () => {
  await writeFile(path.join(folder, "a.mp4"), "x");
  await writeFile(path.join(folder, "empty.mp4"), "");
  expect(await run(["upload", "a.mp4", "b.mp4"])).toMatchObject({ exitCode: 2, err: "There is no file b.mp4.\n" });
  expect(await run(["upload", "a.mp4", "empty.mp4"])).toMatchObject({ exitCode: 2, err: "empty.mp4 is empty.\n" });
  expect(server.calls).toEqual([]);
});
