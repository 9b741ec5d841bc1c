import {
  AbortMultipartUploadCommand,
  DeleteObjectsCommand,
  ListMultipartUploadsCommand,
  type S3Client,
} from "@aws-sdk/client-s3";

/** Folders that are ours in a bucket that may hold other things. */
const OURS = ["uploads/", "sources/", "media/"];

/** Removes up to 1000 objects in one request. */
export async function deleteObjects(client: S3Client, bucket: string, keys: string[]): Promise<void> {
  if (keys.length === 0) return;
  const reply = await client.send(
    new DeleteObjectsCommand({ Bucket: bucket, Delete: { Quiet: true, Objects: keys.map((Key) => ({ Key })) } }),
  );
  const failed = reply.Errors?.find((error) => error.Code !== "NoSuchKey");
  if (failed) throw new Error(`S3 did not remove ${failed.Key}: ${failed.Code} ${failed.Message}`);
}

/** Lets go of multipart uploads of ours that began before an instant: their parts cost room and are in no list. */
export async function abortUploads(client: S3Client, bucket: string, before: Date): Promise<void> {
  let KeyMarker: string | undefined;
  let UploadIdMarker: string | undefined;
  do {
    const page = await client.send(new ListMultipartUploadsCommand({ Bucket: bucket, KeyMarker, UploadIdMarker }));
    for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
      if (!Key || !Initiated || Initiated >= before || !OURS.some((prefix) => Key.startsWith(prefix))) continue;
      await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId }));
    }
    KeyMarker = page.IsTruncated ? page.NextKeyMarker : undefined;
    UploadIdMarker = page.IsTruncated ? page.NextUploadIdMarker : undefined;
  } while (KeyMarker);
}
