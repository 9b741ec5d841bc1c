import { connect, type Socket } from "node:net";
import { replyReader } from "../playouts/reply-reader";

export interface Load {
  replies: number;
  repliesPerSecond: number;
  p50Ms: number;
  /** 99 of 100 replies came within this time. */
  p99Ms: number;
}

/**
 * Sends one request over and over on kept connections of loopback, each as soon as the reply before is complete.
 * @throws Error at the first reply that is not 200
 */
export async function load(
  { port, path, headers = {} }: { port: number; path: string; headers?: Record<string, string> },
  connections: number,
  durationMs: number,
): Promise<Load> {
  const lines = Object.entries({ Host: `127.0.0.1:${port}`, ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const request = Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join("")}\r\n`);
  const sockets = await Promise.all(Array.from({ length: connections }, () => opened(port)));
  const startedAt = performance.now();
  const untilMs = startedAt + durationMs;
  const times = (await Promise.all(sockets.map((socket) => askUntil(socket, request, untilMs)))).flat();
  const seconds = (performance.now() - startedAt) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { replies: times.length, repliesPerSecond: times.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99) };
}

function opened(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => resolve(socket));
    socket.once("error", reject);
  });
}

function askUntil(socket: Socket, request: Buffer, untilMs: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const times: number[] = [];
    const isComplete = replyReader();
    let askedAt = 0;
    const next = () => {
      askedAt = performance.now();
      if (askedAt < untilMs) return void socket.write(request);
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
