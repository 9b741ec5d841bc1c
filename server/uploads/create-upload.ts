import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/core/actor";
import { searchTitle } from "@/core/content/search-title";
import { notFound } from "@/core/errors";
import { type InitDirectUpload, UploadContentType } from "@/core/uploads/contract";
import { titleOfFile } from "@/core/uploads/title-of-file";
import type { UploadProtocol } from "@/generated/prisma/client";
import { db } from "../db";
import { uploadKey } from "../storage/keys";
import { mediaTypeOf } from "../storage/media-type";
import type { UploadRow } from "./own-upload";

/**
 * Adds an item to the library whose bytes are still to come.
 * @throws resource.not_found when the channel is not the actor's
 */
export async function createUpload(
  actor: Actor,
  input: InitDirectUpload,
  protocol: UploadProtocol,
): Promise<UploadRow & { uploadKey: string }> {
  if (input.channelId) await requireOwnChannel(actor, input.channelId);
  const id = uuidv7();
  const title = input.title ?? titleOfFile(input.filename);
  const key = uploadKey(id, input.filename);
  const row = await db.contentItem.create({
    data: {
      id,
      ownerId: actor.userId,
      channelId: input.channelId,
      title,
      searchTitle: searchTitle(title),
      filename: input.filename,
      contentType: input.contentType ?? contentTypeOf(input.filename),
      sizeBytes: input.sizeBytes,
      uploadProtocol: protocol,
      uploadKey: key,
    },
  });
  return { ...row, uploadKey: key };
}

async function requireOwnChannel(actor: Actor, channelId: string): Promise<void> {
  const channel = await db.channel.findFirst({ where: { id: channelId, ownerId: actor.userId }, select: { id: true } });
  if (!channel) throw notFound("The channel");
}

/** Media type by the file's ending; bytes of unknown kind where it names nothing that can be transcoded. */
export function contentTypeOf(filename: string): string {
  const guess = UploadContentType.safeParse(mediaTypeOf(filename));
  return guess.success ? guess.data : "application/octet-stream";
}
