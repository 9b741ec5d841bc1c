import type { Readable } from "node:stream";

export interface StoredObject {
  key: string;
  sizeBytes: number;
  /** Entity tag with its quotes, as HTTP writes it. */
  etag: string;
  modifiedAt: Date;
  contentType?: string;
}

/** First and last byte, both included, as in RFC 9110 §14. */
export interface ByteRange {
  start: number;
  end: number;
}

export interface SignedPut {
  contentType: string;
  sizeBytes: number;
  expiresInSeconds: number;
}

/** An object that is about to be sent. Read its body or close it. */
export interface OpenObject extends StoredObject {
  /** The part that was asked for; null for all of it. */
  range: ByteRange | null | "unsatisfiable";
  body(): Readable;
  close(): Promise<void>;
}

/**
 * Where bytes live. Two drivers answer it alike: a folder (`disk`) and any S3-compatible service (`s3`).
 * Keys are relative paths with `/`; they never begin with one and never hold `..`. A key is never also the folder of
 * another one (`a` beside `a/b`).
 * All methods throw `AppError("server.unavailable")` while the storage cannot be reached and
 * `AppError("storage.full")` when it has no room.
 */
export interface Storage {
  readonly driver: "disk" | "s3";
  /** Stores a stream or buffer under `key`, all or nothing. Bytes are never gathered in memory. */
  put(key: string, body: Readable | Uint8Array, options: { contentType: string }): Promise<void>;
  /** Stores a local file under `key`; the local file may be moved away. */
  putFile(key: string, path: string, options: { contentType: string }): Promise<void>;
  /** Null when there is no such object. */
  head(key: string): Promise<StoredObject | null>;
  /**
   * Streams an object or a part of it. A range is cut at the end of the object; one that begins behind it throws
   * `request.invalid`. Throws `resource.not_found`.
   */
  read(key: string, range?: ByteRange): Promise<Readable>;
  /**
   * Opens an object with what is known of it, in one step where `head` and `read` are two. `range` is a `Range` header
   * as a client sent it. Null when there is no such object.
   */
  open(key: string, range: string | undefined): Promise<OpenObject | null>;
  /** Path of a local file with the object's bytes: the object itself on disk, else a download into `folder`. */
  fetchFile(key: string, folder: string): Promise<string>;
  /**
   * Moves an object over whatever is at `to`. On S3 a server-side copy (multipart above 5 GiB) and delete.
   * Throws `resource.not_found`.
   */
  move(from: string, to: string): Promise<void>;
  /** Removes an object; absent ones are no error. */
  remove(key: string): Promise<void>;
  /** Removes everything below a prefix that ends with `/`. */
  removePrefix(prefix: string): Promise<void>;
  /** Every object below a prefix that ends with `/`, in key order. */
  list(prefix: string): AsyncIterable<StoredObject>;
  /** URL to which exactly this content type and length may be PUT until it expires. */
  signPut(key: string, options: SignedPut): Promise<string>;
  /** Removes what interrupted writes left behind before an instant. No object is ever among it. */
  removeUnfinished(before: Date): Promise<void>;
  /** Throws when the storage cannot be written to; for `/readyz`. */
  check(): Promise<void>;
}
