import path from "node:path";
import { type Env, env } from "../env";
import { DiskStorage } from "./disk-storage";
import { createS3Client } from "./s3-client";
import { S3Storage } from "./s3-storage";
import type { Storage } from "./storage";

const kept = globalThis as { lineupStorage?: Storage };

/** Folder of the disk driver. */
export function storageFolder(settings: Env): string {
  return path.resolve(settings.LINEUP_DIR, "media");
}

/** The storage that the settings name: S3 where a bucket is set, else a folder. */
export function createStorage(settings: Env): Storage {
  if (settings.S3_BUCKET) return new S3Storage(createS3Client(settings), settings.S3_BUCKET);
  return new DiskStorage(storageFolder(settings));
}

/** The storage of this process, made on first use. */
export function storage(): Storage {
  kept.lineupStorage ??= createStorage(env());
  return kept.lineupStorage;
}
