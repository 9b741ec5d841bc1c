import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@/scripts/services/ports";
import { median, type Row } from "../bench";
import type { Stage } from "../stage/stage";
import { replyReader } from "./reply-reader";

const TIMES = 5;
const ALLOWED_MS = 50;

/** The first playlist of a process that has just begun to listen, on a database with ten thousand channels. */
export async function coldRow(stage: Stage): Promise<Row> {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const port = await freePort();
    const child = stage.start("origin/main.ts", [], { env: { PORT: String(port), NEXT_SOCKET: "" } });
    const socket = await firstConnection(port);
    const startedAt = performance.now();
    const isComplete = replyReader();
    await new Promise<void>((resolve, reject) => {
      socket.on("data", (bytes) => isComplete(bytes) && resolve());
      socket.once("error", reject);
      socket.write(`GET /v1/channels/c-${5000 + time}/1080p.m3u8 HTTP/1.1\r\nHost: lineup\r\n\r\n`);
    });
    times.push(performance.now() - startedAt);
    socket.destroy();
    child.kill("SIGKILL");
  }
  const what = "First playlist of a process that starts cold with 10,000 channels";
  return { what, ours: median(times), yardstick: ALLOWED_MS, unit: "ms", goal: { atMost: 1 } };
}

/** Nothing is asked before: that would warm the process. */
async function firstConnection(port: number) {
  for (let attempt = 0; attempt < 6000; attempt++) {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    const opened = await new Promise<boolean>((resolve) => {
      socket.once("connect", () => resolve(true));
      socket.once("error", () => resolve(false));
    });
    if (opened) return socket;
    await sleep(10);
  }
  throw new Error("the origin did not start");
}
