import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { inTurn } from "@/server/schedule/in-turn";

/** A feed up to this size is kept, compressed, until memory is needed for another. */
const MAX_BODY_BYTES = 8 * 1024 * 1024;
const MAX_KEPT_BYTES = 48 * 1024 * 1024;

/** A compressed feed: whole where it is of a size to be kept, else as it is being made. */
export type FeedBody = Buffer | Readable;

/** Compressed feeds by entity tag: each is made once, however many ask for it. */
export class FeedBodies {
  private readonly kept = new Map<string, Buffer>();
  private keptBytes = 0;

  /** Makes a feed apart from the client that asked first, so that a slow one holds nobody up. */
  async body(etag: string, pieces: () => AsyncIterable<string>): Promise<FeedBody> {
    return this.kept.get(etag) ?? inTurn(`feed ${etag}`, () => this.make(etag, pieces));
  }

  private async make(etag: string, pieces: () => AsyncIterable<string>): Promise<FeedBody> {
    const known = this.kept.get(etag);
    if (known) return known; // made while this one waited
    const packed = Readable.from(pieces()).compose(createGzip()) as Readable;
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    const reading = packed[Symbol.asyncIterator]();
    for (let next = await reading.next(); !next.done; next = await reading.next()) {
      chunks.push(next.value as Buffer);
      sizeBytes += (next.value as Buffer).length;
      if (sizeBytes > MAX_BODY_BYTES) return Readable.from(following(chunks, reading));
    }
    const body = Buffer.concat(chunks);
    this.keep(etag, body);
    return body;
  }

  private keep(etag: string, body: Buffer): void {
    this.kept.set(etag, body);
    this.keptBytes += body.length;
    for (const [oldest, { length }] of this.kept) {
      if (this.keptBytes <= MAX_KEPT_BYTES) return;
      this.kept.delete(oldest);
      this.keptBytes -= length;
    }
  }
}

async function* following(chunks: Buffer[], reading: AsyncIterator<unknown>): AsyncGenerator<Buffer> {
  try {
    yield* chunks.splice(0);
    for (let next = await reading.next(); !next.done; next = await reading.next()) yield next.value as Buffer;
  } finally {
    await reading.return?.(); // a client that left ends the making as well
  }
}
