import { connect, type Socket } from "node:net";

const CONNECTIONS = 32;

/**
 * Asks `path` on loopback over 32 kept connections, each sending its next request when the reply is complete, for
 * `durationMs`; replies a second. Sockets are used raw, because an HTTP client would cost more than the server.
 * @throws Error at the first reply that is not 200 or whose length changes its mind
 */
export async function requestsPerSecond(port: number, path: string, durationMs: number): Promise<number> {
  const asked = Buffer.from(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: */*\r\n\r\n`);
  const sockets = await Promise.all(Array.from({ length: CONNECTIONS }, () => opened(port)));
  const startedAt = performance.now();
  const untilMs = startedAt + durationMs;
  const counts = await Promise.all(sockets.map((socket) => askUntil(socket, asked, untilMs)));
  const seconds = (performance.now() - startedAt) / 1000;
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}

function opened(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => resolve(socket));
    socket.once("error", reject);
  });
}

function askUntil(socket: Socket, asked: Buffer, untilMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let replies = 0;
    let left = 0; // bytes of the reply that are still to come; 0 before its head
    let head = "";
    const next = () => {
      if (performance.now() < untilMs) return void socket.write(asked);
      socket.destroy();
      resolve(replies);
    };
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      if (left === 0) {
        head += chunk.toString("latin1");
        const end = head.indexOf("\r\n\r\n");
        if (end < 0) return;
        const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
        if (!head.startsWith("HTTP/1.1 200") || !(length > 0)) return reject(new Error(head.slice(0, end)));
        left = length - (head.length - end - 4);
        head = "";
      } else {
        left -= chunk.length;
      }
      if (left < 0) return reject(new Error("more bytes than announced"));
      if (left > 0) return;
      replies++;
      next();
    });
    next();
  });
}
