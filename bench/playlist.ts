import { writeFile } from "node:fs/promises";
import path from "node:path";
import { median, type Row } from "./bench";
import { requestsPerSecond } from "./playlists/load";
import { setStage } from "./playlists/stage";

export const name = "Media playlists";
export const goal =
  "Requests a second through the front server, against a bare node:http server that sends the same bytes.";

const ROUNDS = 5;
const ROUND_MS = 2_000;
const WARM_UP_MS = 1_500;

/** Both servers are processes of their own on one core each at most; they take turns, so that both see the same machine. */
export async function run(): Promise<Row[]> {
  const stage = await setStage("bench");
  try {
    const address = "/v1/channels/bench/1080p.m3u8";
    const playlist = await (await fetch(`http://127.0.0.1:${stage.frontPort}${address}`)).text();
    const file = path.join(stage.folder, "playlist.m3u8");
    await writeFile(file, playlist);
    const barePort = await stage.startServer("bench/playlists/bare-server.ts", file);
    const front: number[] = [];
    const bare: number[] = [];
    await requestsPerSecond(stage.frontPort, address, WARM_UP_MS);
    await requestsPerSecond(barePort, address, WARM_UP_MS);
    for (let round = 0; round < ROUNDS; round++) {
      bare.push(await requestsPerSecond(barePort, address, ROUND_MS));
      front.push(await requestsPerSecond(stage.frontPort, address, ROUND_MS));
    }
    return [
      {
        what: `Media playlist of ${Buffer.byteLength(playlist)} bytes`,
        ours: median(front),
        yardstick: median(bare),
        unit: "requests/s",
        goal: { atLeast: 0.6 },
      },
    ];
  } finally {
    await stage.clear();
  }
}
