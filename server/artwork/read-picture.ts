import { open, stat } from "node:fs/promises";
import sharp, { type Sharp } from "sharp";
import { MAX_ARTWORK_BYTES } from "@/core/content/contract";
import { pictureFormat } from "@/core/content/picture-format";
import { AppError } from "@/core/errors";

/** A small file can hold a picture that fills the memory once it is unpacked. */
const MAX_PIXELS = 50_000_000;
export const MIN_SIDE_PIXELS = 160;
const HEAD_BYTES = 32;

/**
 * Opens a picture that somebody gave us, as far as its head: one of the formats we take, not too large to be unpacked,
 * large enough to be cut. Of an animation the first picture counts.
 * @param picture its bytes, or the path of a file of ours
 * @throws request.invalid with the reason
 */
export async function readPicture(picture: Uint8Array | string, minSidePixels = MIN_SIDE_PIXELS): Promise<Sharp> {
  const { head, sizeBytes } = await beginning(picture);
  if (sizeBytes > MAX_ARTWORK_BYTES) throw refusedPicture(`is larger than ${MAX_ARTWORK_BYTES / 1024 / 1024} MiB`);
  if (!pictureFormat(head)) throw refusedPicture("must be a JPEG, PNG, WebP, AVIF or GIF picture");
  const opened = sharp(picture, { limitInputPixels: MAX_PIXELS, failOn: "error", pages: 1 });
  const { width, height } = await opened.metadata().catch((thrown) => {
    throw refusedPicture(/pixel limit/i.test(String(thrown)) ? tooLarge : "cannot be read as a picture");
  });
  if (width * height > MAX_PIXELS) throw refusedPicture(tooLarge);
  if (Math.min(width, height) < minSidePixels) {
    throw refusedPicture(`must measure at least ${minSidePixels} pixels on its short side`);
  }
  return opened;
}

const tooLarge = `has more than ${MAX_PIXELS / 1_000_000} million pixels`;

async function beginning(picture: Uint8Array | string): Promise<{ head: Uint8Array; sizeBytes: number }> {
  if (typeof picture !== "string") return { head: picture.subarray(0, HEAD_BYTES), sizeBytes: picture.byteLength };
  const file = await open(picture);
  try {
    const head = new Uint8Array(HEAD_BYTES);
    const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
    return { head: head.subarray(0, bytesRead), sizeBytes: (await stat(picture)).size };
  } finally {
    await file.close();
  }
}

/** The answer to a picture that we do not take. */
export function refusedPicture(message: string): AppError {
  return new AppError("request.invalid", `The picture ${message}.`, {
    issues: [{ path: ["file"], code: "custom", message }],
  });
}
