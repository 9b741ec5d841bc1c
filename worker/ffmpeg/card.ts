import path from "node:path";
import sharp, { type Sharp } from "sharp";
import { coverArguments } from "@/core/transcode/arguments";
import { CARD } from "@/core/transcode/plan";
import type { Source } from "@/core/transcode/source";
import { PICTURE_LIMITS } from "./limits";
import { ProcessFailure, run } from "./run";

const BACKGROUND = "#14161c";

/**
 * The still picture that a sound file is shown with: its cover over a dim, blurred copy of itself, else a plain dark
 * card with a wave. Returns the path of a PNG of the card's size.
 */
export async function makeCard(file: string, source: Source, folder: string, signal: AbortSignal): Promise<string> {
  const card = path.join(folder, "card.png");
  const cover = source.coverArt === null ? null : await extractCover(file, source.coverArt, folder, signal);
  const picture = cover === null ? sharp(Buffer.from(wave())) : await framed(cover);
  await picture.flatten({ background: BACKGROUND }).png().toFile(card);
  return card;
}

/** A cover that cannot be decoded is no reason to refuse the sound. */
async function extractCover(file: string, index: number, folder: string, signal: AbortSignal): Promise<string | null> {
  const cover = path.join(folder, "cover.png");
  try {
    await run("ffmpeg", coverArguments(file, index, cover), { limits: PICTURE_LIMITS, signal });
    return cover;
  } catch (thrown) {
    if (thrown instanceof ProcessFailure) return null;
    throw thrown;
  }
}

async function framed(cover: string): Promise<Sharp> {
  const { width, height } = CARD;
  const art = await sharp(cover)
    .resize(width, height - 160, { fit: "inside" })
    .png()
    .toBuffer();
  return sharp(cover)
    .resize(width, height, { fit: "cover" })
    .blur(40)
    .modulate({ brightness: 0.45 })
    .composite([{ input: art, gravity: "centre" }]);
}

function wave(): string {
  const { width, height } = CARD;
  const bars = Array.from({ length: 48 }, (_, index) => {
    const tall = 24 + 150 * Math.abs(Math.sin(index * 0.41) * Math.cos(index * 0.17));
    const x = width / 2 + (index - 24) * 16;
    return `<rect x="${x}" y="${(height - tall) / 2}" width="6" height="${tall}" rx="3" fill="#5b6478"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${BACKGROUND}"/>${bars.join("")}</svg>`;
}
