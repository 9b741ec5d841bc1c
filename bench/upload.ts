import { statfs } from "node:fs/promises";
import { median, type Row } from "./bench";
import { growthDuring } from "./uploads/memory";
import { send } from "./uploads/send";
import { setUploadStage, type UploadStage } from "./uploads/upload-stage";

export const name = "Uploads into the folder";
export const goal =
  "Memory that the front server needs more while 5 GB pass through it, against 100 MiB; and their speed, against a bare node:http server that writes a body to a file.";

const GB = 1_000_000_000;
const LARGE_BYTES = 5 * GB;
const SPEED_BYTES = GB;
const WARM_UP_BYTES = 50_000_000;
const ROUNDS = 3;
const ALLOWED_MIB = 100;

export async function run(): Promise<Row[]> {
  const stage = await setUploadStage();
  try {
    const disk = await statfs(stage.folder);
    if (disk.bavail * disk.bsize < 2 * LARGE_BYTES) throw new Error("this bench needs 10 GB of free disk space");
    await direct(stage, WARM_UP_BYTES);
    await tus(stage, WARM_UP_BYTES);
    const rows = [await memoryRow(stage, "one PUT", direct), await memoryRow(stage, "tus", tus)];
    return [...rows, ...(await speedRows(stage))];
  } finally {
    await stage.clear();
  }
}

type Upload = (stage: UploadStage, sizeBytes: number) => Promise<number>;

async function memoryRow(stage: UploadStage, how: string, upload: Upload): Promise<Row> {
  const ours = await growthDuring(stage.front.pid, async () => void (await upload(stage, LARGE_BYTES)));
  await stage.discard();
  const what = `Memory of the front while 5 GB arrive by ${how}`;
  return { what, ours, yardstick: ALLOWED_MIB, unit: "MiB", goal: { atMost: 1 } };
}

/** In turns, so that all see the same disk. */
async function speedRows(stage: UploadStage): Promise<Row[]> {
  const speeds = { bare: [] as number[], direct: [] as number[], tus: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const [way, upload] of Object.entries({ bare, direct, tus })) {
      speeds[way as keyof typeof speeds].push(await upload(stage, SPEED_BYTES));
      await stage.discard();
    }
  }
  const row = (what: string, ours: number[]): Row => {
    return { what, ours: median(ours), yardstick: median(speeds.bare), unit: "MB/s", goal: { atLeast: 0.5 } };
  };
  return [row("1 GB by one PUT", speeds.direct), row("1 GB by tus", speeds.tus)];
}

async function bare(stage: UploadStage, sizeBytes: number): Promise<number> {
  return timed(sizeBytes, 200, () => send("PUT", stage.bare.origin, sizeBytes, {}));
}

async function direct(stage: UploadStage, sizeBytes: number): Promise<number> {
  const begun = await stage.begin(sizeBytes);
  const headers = { "Content-Type": "video/mp4" };
  return timed(sizeBytes, 200, () => send("PUT", stage.front.origin + begun.direct, sizeBytes, headers));
}

async function tus(stage: UploadStage, sizeBytes: number): Promise<number> {
  const begun = await stage.begin(sizeBytes);
  const headers = {
    Authorization: begun.authorization,
    "Tus-Resumable": "1.0.0",
    "Upload-Offset": "0",
    "Content-Type": "application/offset+octet-stream",
  };
  return timed(sizeBytes, 204, () => send("PATCH", stage.front.origin + begun.tus, sizeBytes, headers));
}

/** Megabytes a second of one upload that ends with the right status. */
async function timed(sizeBytes: number, right: number, upload: () => Promise<number>): Promise<number> {
  const startedAt = performance.now();
  const status = await upload();
  if (status !== right) throw new Error(`an upload was answered ${status} instead of ${right}`);
  return sizeBytes / 1e6 / ((performance.now() - startedAt) / 1000);
}
