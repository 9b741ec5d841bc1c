import { randomUUID } from "node:crypto";
import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { frameArguments } from "@/core/transcode/arguments";
import { storage } from "@/server/storage/create-storage";
import { workFolder } from "../work-folder";
import { PICTURE_LIMITS } from "./limits";
import { segmentName } from "./read-segments";
import { run } from "./run";

export interface FrameRequest {
  /** Storage key of a rendition's folder. */
  renditionPrefix: string;
  segment: number;
  offsetSeconds: number;
}

/**
 * One frame of a stored rendition, as PNG.
 * @throws ProcessFailure, resource.not_found and server.unavailable of the storage
 */
export async function takeFrame(request: FrameRequest, signal: AbortSignal): Promise<Buffer> {
  const folder = workFolder("frames", randomUUID());
  const file = path.join(folder, "frame.png");
  try {
    await mkdir(folder, { recursive: true });
    await run("ffmpeg", frameArguments(request.offsetSeconds, file), {
      limits: PICTURE_LIMITS,
      signal,
      input: segmentWithHead(request),
    });
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* segmentWithHead({ renditionPrefix, segment }: FrameRequest): AsyncGenerator<Uint8Array> {
  yield* await storage().read(`${renditionPrefix}init.mp4`);
  yield* await storage().read(renditionPrefix + segmentName(segment));
}
