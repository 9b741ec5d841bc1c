import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const RETRY_MS = 50;

/** A beacon as bytes: path, body and the address that its sender is to have. */
export interface Sending {
  path: string;
  body: string;
  address: string;
}

function requestOf({ path, body, address }: Sending): string {
  return `POST ${path} HTTP/1.1\r\nHost: lineup\r\nContent-Type: application/json\r\nX-Forwarded-For: ${address}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/**
 * Sends beacons over so many kept connections, each its next when the last is answered, until `next` has no more.
 * Sockets are used raw, because an HTTP client would cost more than the server.
 * @returns how many were answered with 204
 * @throws Error at the first other answer
 */
export async function sendBeacons(port: number, connections: number, next: () => Sending | null): Promise<number> {
  const counts = await Promise.all(
    Array.from({ length: connections }, async () => {
      const connection = await Connection.open(port);
      let taken = 0;
      for (let sending = next(); sending; sending = next()) {
        const status = await connection.ask(requestOf(sending));
        if (status !== 204) throw new Error(`a beacon was answered ${status}`);
        taken++;
      }
      connection.close();
      return taken;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * As a player does it that must not lose anything: whatever is not answered with 204 is sent again, under its own name,
 * until it is.
 */
export async function sendUntilTaken(port: number, connections: number, next: () => Sending | null): Promise<void> {
  await Promise.all(
    Array.from({ length: connections }, async () => {
      let connection: Connection | null = null;
      for (let sending = next(); sending; sending = next()) {
        for (;;) {
          connection ??= await Connection.open(port).catch(() => null);
          const status = connection && (await connection.ask(requestOf(sending)).catch(() => null));
          if (status === 204) break;
          // Whatever else was answered has a body that nobody reads here.
          connection?.close();
          connection = null;
          await sleep(RETRY_MS);
        }
      }
      connection?.close();
    }),
  );
}

/** One kept connection with one request at a time. */
class Connection {
  private text = "";
  private waiting: { resolve: (status: number) => void; reject: (thrown: Error) => void } | null = null;

  private constructor(private readonly socket: Socket) {
    const broken = () => {
      this.waiting?.reject(new Error("the connection broke"));
      this.waiting = null;
    };
    socket.on("error", broken);
    socket.on("close", broken);
    socket.on("data", (bytes) => this.read(bytes.toString("latin1")));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true });
      socket.once("error", reject);
      socket.once("connect", () => resolve(new Connection(socket)));
    });
  }

  ask(request: string): Promise<number> {
    return new Promise((resolve, reject) => {
      if (this.socket.destroyed) return reject(new Error("the connection is closed"));
      this.waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private read(more: string): void {
    this.text += more;
    const end = this.text.indexOf("\r\n\r\n");
    if (end < 0) return;
    const bodyLength = Number(/\r\ncontent-length: (\d+)/i.exec(this.text.slice(0, end))?.[1] ?? 0);
    if (this.text.length < end + 4 + bodyLength) return;
    const status = Number(this.text.slice(9, 12));
    this.text = "";
    const { waiting } = this;
    this.waiting = null;
    waiting?.resolve(status);
  }
}
