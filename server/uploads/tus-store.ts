import { S3Store } from "@tus/s3-store";
import type { DataStore } from "@tus/server";
import { TUS_TTL_SECONDS } from "@/core/uploads/contract";
import { env } from "../env";
import { storageFolder } from "../storage/create-storage";
import { s3Settings } from "../storage/s3-client";
import { FolderUploads } from "./folder-uploads";

const kept = globalThis as { lineupTusStore?: DataStore };

/** Where the bytes of resumable uploads grow: the same storage, under the same keys, as everything else. */
export function tusStore(): DataStore {
  kept.lineupTusStore ??= createTusStore();
  return kept.lineupTusStore;
}

function createTusStore(): DataStore {
  const settings = env();
  const ttlMs = TUS_TTL_SECONDS * 1000;
  if (!settings.S3_BUCKET) return new FolderUploads(storageFolder(settings), ttlMs);
  return new S3Store({
    s3ClientConfig: { ...s3Settings(settings), bucket: settings.S3_BUCKET },
    expirationPeriodInMilliseconds: ttlMs,
    // R2 and others refuse tags.
    useTags: false,
    partSize: 16 * 1024 * 1024,
    maxConcurrentPartUploads: 8,
  });
}
