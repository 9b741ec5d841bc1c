import { createWriteStream } from "node:fs";
import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DataStore, ERRORS, Upload } from "@tus/server";
import { db } from "../db";
import { diskError } from "../storage/disk-errors";
import { nullWhenAbsent } from "../storage/disk-list";

/**
 * Resumable uploads as growing files where the disk driver keeps `uploads/…`. What `@tus/file-store` keeps in a file
 * of notes stands in the item's row already, and the length of the file is the offset: there is nothing that a crash
 * could leave in disagreement. Ids are storage keys.
 */
export class FolderUploads extends DataStore {
  constructor(
    private readonly root: string,
    private readonly ttlMs: number,
  ) {
    super();
    this.extensions = ["termination", "expiration"];
  }

  override async create(upload: Upload): Promise<Upload> {
    try {
      await mkdir(path.dirname(this.fileOf(upload.id)), { recursive: true });
      await writeFile(this.fileOf(upload.id), "", { flag: "wx" });
      return upload;
    } catch (thrown) {
      throw diskError(thrown);
    }
  }

  override async getUpload(id: string): Promise<Upload> {
    const row = await db.contentItem.findFirst({
      where: { id: id.split("/")[1], uploadKey: id, status: "uploading" },
      select: { sizeBytes: true, filename: true, contentType: true, createdAt: true },
    });
    const file = await stat(this.fileOf(id)).catch(nullWhenAbsent);
    if (!row || !file) throw ERRORS.FILE_NOT_FOUND;
    return new Upload({
      id,
      size: Number(row.sizeBytes),
      offset: file.size,
      metadata: { filename: row.filename, filetype: row.contentType },
      creation_date: row.createdAt.toISOString(),
    });
  }

  /** Appends what the stream brings. Whatever was written before it ends or breaks off counts. */
  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const file = createWriteStream(this.fileOf(id), { flags: "r+", start: offset });
    try {
      await pipeline(stream, file);
    } catch (thrown) {
      throw diskError(thrown);
    }
    return offset + file.bytesWritten;
  }

  override async remove(id: string): Promise<void> {
    await rm(this.fileOf(id), { force: true });
  }

  override getExpiration(): number {
    return this.ttlMs;
  }

  private fileOf(id: string): string {
    return path.join(this.root, id);
  }
}
