import { mkdir, rm } from "node:fs/promises";
import { type EncodeRequest, encodeArguments } from "@/core/transcode/arguments";
import { failureOf, TranscodeFailure } from "@/core/transcode/failure";
import { type Progress, readProgress } from "@/core/transcode/progress";
import { log } from "@/server/log";
import { encodingLimits } from "./limits";
import { detailOf } from "./probe";
import { ProcessFailure, run } from "./run";

/**
 * The one encode of an item: all renditions and the audio into folders of their own below `request.folder`.
 * @throws TranscodeFailure, or the signal's reason
 */
export async function encode(
  request: EncodeRequest,
  options: { signal: AbortSignal; onProgress: (progress: Progress) => void },
): Promise<void> {
  for (const name of [...request.plan.rungs.map((rung) => rung.name), "audio"]) {
    await mkdir(`${request.folder}/${name}`, { recursive: true });
  }
  let block = "";
  const onLine = (line: string) => {
    block += `${line}\n`;
    if (!line.startsWith("progress=")) return;
    const progress = readProgress(block, request.plan.durationSeconds);
    block = "";
    if (progress) options.onProgress(progress);
  };
  const limits = encodingLimits(request.plan.durationSeconds);
  const { stderr } = await run("ffmpeg", encodeArguments(request), { limits, signal: options.signal, onLine }).catch(
    (thrown) => {
      throw thrown instanceof ProcessFailure ? encodeFailure(thrown) : thrown;
    },
  );
  if (stderr.trim()) log.debug({ stderr: stderr.slice(-2000) }, "ffmpeg had remarks");
  for (const name of [...request.plan.rungs.map((rung) => rung.name), "audio"]) {
    await rm(`${request.folder}/${name}/ffmpeg.m3u8`, { force: true });
  }
}

function encodeFailure(failure: ProcessFailure): TranscodeFailure {
  const because = { cause: failure };
  if (failure.reason === "absent") return new TranscodeFailure("transcode.failed", failure.message, because);
  if (failure.reason === "timeout") return new TranscodeFailure("source.too_complex", detailOf(failure), because);
  // Killed from outside (out of memory, shutdown of the machine): another try may well succeed.
  const fallback = failure.reason === "signal" ? "transcode.failed" : "source.corrupt";
  return new TranscodeFailure(failureOf(failure.stderr, fallback), detailOf(failure), because);
}
