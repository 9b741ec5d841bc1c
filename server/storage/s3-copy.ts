import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  type S3Client,
  UploadPartCopyCommand,
} from "@aws-sdk/client-s3";

const GiB = 1024 ** 3;
/** One CopyObject takes no more. */
const MAX_COPY_BYTES = 5 * GiB;
const PART_BYTES = GiB;
const PARTS_AT_ONCE = 4;

export interface CopyOrder {
  bucket: string;
  from: string;
  to: string;
  sizeBytes: number;
  etag: string;
  contentType?: string;
}

/** Copies an object inside the service; its bytes do not pass through here. Fails when the source changes meanwhile. */
export async function copyObject(client: S3Client, order: CopyOrder, maxCopyBytes = MAX_COPY_BYTES): Promise<void> {
  if (order.sizeBytes > maxCopyBytes) return copyInParts(client, order, Math.min(PART_BYTES, maxCopyBytes));
  await client.send(
    new CopyObjectCommand({
      Bucket: order.bucket,
      Key: order.to,
      CopySource: copySource(order),
      CopySourceIfMatch: order.etag,
    }),
  );
}

async function copyInParts(client: S3Client, order: CopyOrder, partBytes: number): Promise<void> {
  const target = { Bucket: order.bucket, Key: order.to };
  const created = await client.send(new CreateMultipartUploadCommand({ ...target, ContentType: order.contentType }));
  const upload = { ...target, UploadId: created.UploadId };
  try {
    const numbers = Array.from({ length: Math.ceil(order.sizeBytes / partBytes) }, (_, index) => index + 1);
    const parts: { PartNumber: number; ETag?: string }[] = [];
    for (let at = 0; at < numbers.length; at += PARTS_AT_ONCE) {
      const batch = numbers.slice(at, at + PARTS_AT_ONCE).map(async (number) => {
        const start = (number - 1) * partBytes;
        const end = Math.min(start + partBytes, order.sizeBytes) - 1;
        const copied = await client.send(
          new UploadPartCopyCommand({
            ...upload,
            PartNumber: number,
            CopySource: copySource(order),
            CopySourceIfMatch: order.etag,
            CopySourceRange: `bytes=${start}-${end}`,
          }),
        );
        return { PartNumber: number, ETag: copied.CopyPartResult?.ETag };
      });
      parts.push(...(await Promise.all(batch)));
    }
    await client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: parts } }));
  } catch (thrown) {
    await client.send(new AbortMultipartUploadCommand(upload)).catch(() => {});
    throw thrown;
  }
}

function copySource(order: CopyOrder): string {
  return `${order.bucket}/${order.from.split("/").map(encodeURIComponent).join("/")}`;
}
