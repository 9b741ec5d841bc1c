import { randomUUID } from "node:crypto";
import { AppError } from "@/core/errors";
import { storage } from "../storage/create-storage";
import { safeName, sourcePrefix } from "../storage/keys";
import type { UploadRow } from "./own-upload";

/**
 * Moves the received bytes to where no upload address points, and tells that key. Every call moves to a key of its
 * own, so that calls at the same time cannot overwrite what one of them has already handed on. Bytes that an
 * interrupted call has moved are found again.
 * @throws upload.not_received, upload.size_mismatch
 */
export async function takeReceived(upload: UploadRow & { uploadKey: string }): Promise<string> {
  const sizeBytes = Number(upload.sizeBytes);
  const received = await storage().head(upload.uploadKey);
  if (received?.sizeBytes === sizeBytes) {
    const key = `${sourcePrefix(upload.id)}${randomUUID()}/${safeName(upload.filename)}`;
    if (await move(upload.uploadKey, key)) return key;
  }
  const moved = await movedEarlier(upload.id, sizeBytes);
  if (moved) return moved;
  if (!received || (upload.uploadProtocol === "tus" && received.sizeBytes < sizeBytes)) {
    throw new AppError("upload.not_received", "The bytes of this upload have not arrived yet. Send them first.");
  }
  throw new AppError("upload.size_mismatch", `${received.sizeBytes} bytes arrived where ${sizeBytes} were announced.`, {
    expected: sizeBytes,
    received: received.sizeBytes,
  });
}

/** False when another call was faster. */
async function move(from: string, to: string): Promise<boolean> {
  try {
    await storage().move(from, to);
    return true;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "resource.not_found") return false;
    throw thrown;
  }
}

async function movedEarlier(contentItemId: string, sizeBytes: number): Promise<string | null> {
  for await (const object of storage().list(sourcePrefix(contentItemId))) {
    if (object.sizeBytes === sizeBytes) return object.key;
  }
  return null;
}
