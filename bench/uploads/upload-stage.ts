import { rm } from "node:fs/promises";
import path from "node:path";
import { type Server, setStage } from "../stage/stage";
import type { Begun } from "./begin";

export interface UploadStage {
  folder: string;
  front: Server;
  bare: Server;
  /** Begins a direct and a resumable upload of that many bytes. */
  begin(sizeBytes: number): Promise<Begun>;
  /** Removes what has been uploaded so far. */
  discard(): Promise<void>;
  clear(): Promise<void>;
}

/** The front server on the folder driver, and a bare server beside it. */
export async function setUploadStage(): Promise<UploadStage> {
  const stage = await setStage("upload");
  try {
    const { folder, clear } = stage;
    const front = await stage.startFront();
    const bare = await stage.startServer("bench/uploads/bare-server.ts", [path.join(folder, "bare.mp4")]);
    return {
      folder,
      front,
      bare,
      // The addresses that it signs name the front's port.
      begin: (sizeBytes) => {
        const env = { PORT: String(front.port), NEXT_SOCKET: path.join(folder, "next.sock") };
        return stage.ask<Begun>("bench/uploads/begin.ts", [String(sizeBytes)], { env });
      },
      discard: async () => {
        for (const name of ["media/uploads", "media/sources", "bare.mp4"]) {
          await rm(path.join(folder, name), { recursive: true, force: true });
        }
      },
      clear,
    };
  } catch (thrown) {
    await stage.clear();
    throw thrown;
  }
}
