import { connect, type Socket } from "node:net";
import { replyReader } from "./reply-reader";

const CONNECTIONS = 32;

export interface Load {
  replies: number;
  repliesPerSecond: number;
  /** 99 of 100 replies came within this time. */
  p99Ms: number;
}

/**
 * Asks paths of loopback in turn over 32 kept connections, each sending its next request when the reply is complete,
 * for `durationMs`. Sockets are used raw, because an HTTP client would cost more than the server.
 * @throws Error at the first reply that is not 200
 */
export async function load(port: number, paths: readonly string[], durationMs: number): Promise<Load> {
  const asked = paths.map((path) =>
    Buffer.from(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: */*\r\n\r\n`),
  );
  const sockets = await Promise.all(Array.from({ length: CONNECTIONS }, () => opened(port)));
  const startedAt = performance.now();
  const untilMs = startedAt + durationMs;
  let turn = 0;
  const next = () => asked[turn++ % asked.length]!;
  const times = (await Promise.all(sockets.map((socket) => askUntil(socket, next, untilMs)))).flat();
  const seconds = (performance.now() - startedAt) / 1000;
  times.sort((a, b) => a - b);
  const p99Ms = times[Math.floor(times.length * 0.99)] ?? Number.NaN;
  return { replies: times.length, repliesPerSecond: times.length / seconds, p99Ms };
}

function opened(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => resolve(socket));
    socket.once("error", reject);
  });
}

function askUntil(socket: Socket, asked: () => Buffer, untilMs: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const times: number[] = [];
    const isComplete = replyReader();
    let askedAt = 0;
    const next = () => {
      askedAt = performance.now();
      if (askedAt < untilMs) return void socket.write(asked());
      socket.destroy();
      resolve(times);
    };
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      try {
        if (!isComplete(chunk)) return;
      } catch (thrown) {
        return reject(thrown);
      }
      times.push(performance.now() - askedAt);
      next();
    });
    next();
  });
}
