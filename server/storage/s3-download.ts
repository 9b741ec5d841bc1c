import { createWriteStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";

const ATTEMPTS = 4;

/** Downloads an object into a file. A connection that breaks goes on where it broke, on the same version of the object. */
export async function downloadObject(client: S3Client, bucket: string, key: string, file: string): Promise<void> {
  await rm(file, { force: true });
  let etag: string | undefined;
  for (let attempt = 1; ; attempt++) {
    const have = await sizeOf(file);
    try {
      const reply = await client.send(
        new GetObjectCommand({
          Bucket: bucket,
          Key: key,
          IfMatch: etag,
          Range: have > 0 ? `bytes=${have}-` : undefined,
        }),
      );
      etag = reply.ETag;
      await pipeline(reply.Body as Readable, createWriteStream(file, { flags: "a" }));
      return;
    } catch (thrown) {
      const status = (thrown as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
      if (status !== undefined || attempt === ATTEMPTS) throw thrown;
    }
  }
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => null);
  return found?.size ?? 0;
}
