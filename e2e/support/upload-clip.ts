import { readFile } from "node:fs/promises";
import { makeClip } from "./clips";
import type { Program } from "./program";

/** Draws a clip, sends it to the library and answers its id once it is ready. */
export async function uploadClip(program: Program, name: string, seconds: number): Promise<string> {
  const bytes = await readFile(await makeClip({ name, seconds }));
  const started = await program.call<{ contentItemId: string; uploadUrl: string }>(
    "POST",
    "/v1/creator/uploads/direct/init",
    { filename: `${name}.mp4`, contentType: "video/mp4", sizeBytes: bytes.length },
  );
  const put = await fetch(started.uploadUrl, { method: "PUT", body: bytes, headers: { "content-type": "video/mp4" } });
  if (!put.ok) throw new Error(`the upload was answered ${put.status}`);
  const { contentItemId } = started;
  await program.call("POST", "/v1/creator/uploads/direct/complete", { contentItemId });
  await program.untilReady(contentItemId);
  return contentItemId;
}
