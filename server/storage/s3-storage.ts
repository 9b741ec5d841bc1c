import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { notFound } from "@/core/errors";
import { byteRange, singleRange } from "./byte-range";
import { mediaTypeOf } from "./media-type";
import { requireObjectKey, requirePrefix } from "./object-key";
import { copyObject } from "./s3-copy";
import { abortUploads, deleteObjects } from "./s3-delete";
import { downloadObject } from "./s3-download";
import { isAbsent, onS3, s3Error } from "./s3-errors";
import type { ByteRange, OpenObject, SignedPut, Storage, StoredObject } from "./storage";

/** Up to here a body is sent whole, from memory, so that a request that failed can be repeated. */
const WHOLE_BYTES = 16 * 1024 * 1024;
/** 10,000 parts of it hold more than the largest upload that is accepted. */
const PART_BYTES = 16 * 1024 * 1024;
const PARTS_AT_ONCE = 2;
const LIST_PAGE = 1000;

/** Objects in a bucket of any S3-compatible service. */
export class S3Storage implements Storage {
  readonly driver = "s3";

  constructor(
    private readonly client: S3Client,
    private readonly bucket: string,
  ) {}

  async put(key: string, body: Readable | Uint8Array, options: { contentType: string }): Promise<void> {
    requireObjectKey(key);
    const object = { Bucket: this.bucket, Key: key, ContentType: options.contentType };
    if (body instanceof Readable) await this.putInParts(object, body);
    else await onS3(() => this.client.send(new PutObjectCommand({ ...object, Body: body })));
  }

  async putFile(key: string, file: string, options: { contentType: string }): Promise<void> {
    const { size } = await stat(file);
    await this.put(key, size <= WHOLE_BYTES ? await readFile(file) : createReadStream(file), options);
  }

  async head(key: string): Promise<StoredObject | null> {
    requireObjectKey(key);
    return onS3(async () => {
      const reply = await this.client.send(new HeadObjectCommand({ Bucket: this.bucket, Key: key })).catch((thrown) => {
        if (isAbsent(thrown)) return null;
        throw thrown;
      });
      if (!reply) return null;
      return {
        key,
        sizeBytes: reply.ContentLength ?? 0,
        etag: reply.ETag ?? "",
        modifiedAt: reply.LastModified ?? new Date(0),
        contentType: reply.ContentType,
      };
    });
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    requireObjectKey(key);
    return onS3(async () => {
      const Range = range && `bytes=${range.start}-${range.end}`;
      const reply = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: key, Range }));
      return reply.Body as Readable;
    });
  }

  async open(key: string, range: string | undefined): Promise<OpenObject | null> {
    requireObjectKey(key);
    try {
      const input = { Bucket: this.bucket, Key: key, Range: await this.plainRange(key, range) };
      const reply = await this.client.send(new GetObjectCommand(input));
      const body = reply.Body as Readable;
      const [, start, end, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(reply.ContentRange ?? "") ?? [];
      return {
        key,
        sizeBytes: Number(total ?? reply.ContentLength ?? 0),
        etag: reply.ETag ?? "",
        modifiedAt: reply.LastModified ?? new Date(0),
        contentType: reply.ContentType,
        range: total === undefined ? null : { start: Number(start), end: Number(end) },
        body: () => body,
        close: async () => void body.destroy(),
      };
    } catch (thrown) {
      if (isAbsent(thrown)) return null;
      if ((thrown as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode !== 416)
        throw s3Error(thrown);
      return this.openNothing(key);
    }
  }

  async fetchFile(key: string, folder: string): Promise<string> {
    requireObjectKey(key);
    const file = path.join(folder, path.posix.basename(key));
    await onS3(() => downloadObject(this.client, this.bucket, key, file));
    return file;
  }

  async move(from: string, to: string): Promise<void> {
    requireObjectKey(to);
    const source = await this.head(from);
    if (!source) throw notFound("The object");
    await onS3(() => copyObject(this.client, { ...source, bucket: this.bucket, from, to }));
    await this.remove(from);
  }

  async remove(key: string): Promise<void> {
    requireObjectKey(key);
    await onS3(() => this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: key })));
  }

  async removePrefix(prefix: string): Promise<void> {
    let keys: string[] = [];
    for await (const object of this.list(prefix)) {
      keys.push(object.key);
      if (keys.length < LIST_PAGE) continue;
      await this.removeAll(keys);
      keys = [];
    }
    await this.removeAll(keys);
  }

  async *list(prefix: string): AsyncIterable<StoredObject> {
    requirePrefix(prefix);
    let StartAfter: string | undefined;
    for (;;) {
      // By the last key and not by the service's token: pages stay right while objects are removed.
      const input = { Bucket: this.bucket, Prefix: prefix, StartAfter, MaxKeys: LIST_PAGE };
      const page = await onS3(() => this.client.send(new ListObjectsV2Command(input)));
      for (const { Key = "", Size = 0, ETag = "", LastModified = new Date(0) } of page.Contents ?? []) {
        yield { key: Key, sizeBytes: Size, etag: ETag, modifiedAt: LastModified, contentType: mediaTypeOf(Key) };
      }
      StartAfter = page.Contents?.at(-1)?.Key;
      if (!page.IsTruncated || !StartAfter) return;
    }
  }

  async signPut(key: string, options: SignedPut): Promise<string> {
    requireObjectKey(key);
    const command = new PutObjectCommand({
      Bucket: this.bucket,
      Key: key,
      ContentType: options.contentType,
      ContentLength: options.sizeBytes,
    });
    return getSignedUrl(this.client, command, {
      expiresIn: options.expiresInSeconds,
      signableHeaders: new Set(["host", "content-type", "content-length"]),
    });
  }

  async removeUnfinished(before: Date): Promise<void> {
    await onS3(() => abortUploads(this.client, this.bucket, before));
  }

  async check(): Promise<void> {
    await this.put("health/writable", Buffer.from("writable"), { contentType: "text/plain" });
  }

  /** The last bytes of an object are asked for by number: not every service understands `bytes=-5`. */
  private async plainRange(key: string, header: string | undefined): Promise<string | undefined> {
    const range = singleRange(header);
    if (!range?.startsWith("bytes=-")) return range;
    const part = byteRange(range, (await this.head(key))?.sizeBytes ?? 0);
    return typeof part === "object" && part ? `bytes=${part.start}-${part.end}` : range;
  }

  /** A range without a single byte: S3 says so without telling how long the object is. */
  private async openNothing(key: string): Promise<OpenObject | null> {
    const object = await this.head(key);
    return object && { ...object, range: "unsatisfiable", body: () => Readable.from([]), close: async () => {} };
  }

  private async removeAll(keys: string[]): Promise<void> {
    await onS3(() => deleteObjects(this.client, this.bucket, keys));
  }

  /** Parts are held in memory while they are sent, two at a time. A source that breaks leaves no object and no parts. */
  private async putInParts(
    object: { Bucket: string; Key: string; ContentType: string },
    body: Readable,
  ): Promise<void> {
    const upload = new Upload({
      client: this.client,
      params: { ...object, Body: body },
      partSize: PART_BYTES,
      queueSize: PARTS_AT_ONCE,
    });
    let sourceError: unknown;
    body.once("error", (thrown) => {
      sourceError = thrown;
    });
    try {
      await upload.done();
    } catch (thrown) {
      body.destroy();
      throw sourceError ?? s3Error(thrown);
    }
  }
}
