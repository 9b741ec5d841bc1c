import { randomUUID } from "node:crypto";
import sharp from "sharp";
import type { Actor } from "@/core/actor";
import type { Channel } from "@/core/channels/contract";
import { AppError } from "@/core/errors";
import { db } from "../db";
import { storage } from "../storage/create-storage";
import { channelPrefix } from "../storage/keys";
import { channelView } from "./channel-view";
import { forgetLogo } from "./forget-logo";
import { ownChannel } from "./own-channel";

/** Formats of pictures that are pixels only. SVG is left out: it is a program that may load other files. */
const FORMATS = new Set(["png", "jpeg", "webp", "gif", "avif", "heif"]);
const MAX_SIDE_PIXELS = 1024;
const MIN_SIDE_PIXELS = 16;
/** A small file can hold a picture that fills the memory once it is unpacked. */
const MAX_PIXELS = 40_000_000;

/**
 * Gives a channel a logo, encoded anew as a PNG of at most 1024 × 1024. Every logo has an address of its own, so
 * that caches never show the one before.
 * @throws resource.not_found; request.invalid when the file is no picture that we take
 */
export async function setLogo(actor: Actor, channelId: string, file: Blob): Promise<Channel> {
  const before = await ownChannel(actor, channelId);
  const picture = await encode(new Uint8Array(await file.arrayBuffer()));
  const logoKey = `${channelPrefix(before.id)}logo-${randomUUID()}.png`;
  await storage().put(logoKey, picture, { contentType: "image/png" });
  const row = await db.channel.update({ where: { id: before.id, ownerId: actor.userId }, data: { logoKey } });
  await forgetLogo(before.logoKey);
  return channelView(row);
}

async function encode(bytes: Uint8Array): Promise<Uint8Array> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" });
    const { format, width, height } = await picture.metadata();
    if (!FORMATS.has(format)) throw refused("must be a PNG, JPEG, WebP, AVIF or GIF picture");
    if (Math.min(width, height) < MIN_SIDE_PIXELS) throw refused(`must measure at least ${MIN_SIDE_PIXELS} pixels`);
    return await picture
      .rotate()
      .resize(MAX_SIDE_PIXELS, MAX_SIDE_PIXELS, { fit: "inside", withoutEnlargement: true })
      .png({ compressionLevel: 9 })
      .toBuffer();
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw refused("cannot be read as a picture");
  }
}

function refused(message: string): AppError {
  return new AppError("request.invalid", `The file ${message}.`, {
    issues: [{ path: ["file"], code: "custom", message }],
  });
}
