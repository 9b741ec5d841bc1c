import type { Actor } from "@/core/actor";
import type { CreateGroup } from "@/core/content/group-contract";
import { addCaption } from "@/server/content/add-caption";
import { createContainer } from "@/server/content/create-container";
import { orderEpisodes } from "@/server/content/order-episodes";
import { updateContent } from "@/server/content/update-content";
import { createGroup } from "@/server/content-groups/create-group";
import { setGroupItems } from "@/server/content-groups/set-group-items";
import { db } from "@/server/db";

/** Ids of the demo's clips by title. */
export type Clips = ReadonlyMap<string, string>;

const SERIES = {
  title: "Things That Never End",
  description: "Five short films about rules so simple that they fit on a stamp, and what becomes of them.",
  seasons: [
    ["Into the Seahorse Valley", "The Other Set", "Triangles All the Way Down"],
    ["A Garden of Cells", "Rule 110"],
  ],
};

const NIGHT_GROUP: CreateGroup = {
  name: "After dark",
  displayTitle: "After Dark",
  description: "Everything for the night that is longer than a minute.",
  kind: "dynamic",
  rules: {
    match: "all",
    conditions: [
      { field: "tag", op: "any_of", values: ["night"] },
      { field: "durationSeconds", op: "at_least", value: 60 },
    ],
    order: "title",
  },
};

const INTERLUDES: CreateGroup & { clips: string[] } = {
  name: "Interludes",
  description: "What plays between programmes.",
  kind: "static",
  clips: ["Test Card at Noon", "Rule 110", "Triangles All the Way Down"],
};

/** What the sound of a clip says to those who do not hear it. */
const CAPTIONED = [
  { clip: "Night Train", language: "en", label: "English", lines: ["[low, steady hum]", "[a far horn]", "[rails]"] },
  { clip: "Night Train", language: "de", label: "Deutsch", lines: ["[tiefes Summen]", "[fernes Horn]", "[Schienen]"] },
  { clip: "Deep Water", language: "en", label: "English", lines: ["[soft tones swell]", "[soft tones fade]"] },
];
const CAPTION_SECONDS = 4;
const CAPTIONED_SECONDS = 60;

/** Gives the clips a series, groups, captions and places for breaks. Run again, it adds what is missing. */
export async function ensureCatalogue(creator: Actor, clips: Clips): Promise<void> {
  await ensureSeries(creator, clips);
  await ensureGroup(creator, NIGHT_GROUP);
  const { clips: titles, ...interludes } = INTERLUDES;
  const contentItemIds = titles.map((title) => idOf(clips, title));
  await setGroupItems(creator, await ensureGroup(creator, interludes), { contentItemIds });
  for (const captioned of CAPTIONED) await ensureCaption(creator, clips, captioned);
  await updateContent(creator, idOf(clips, "Deep Water"), { breakPoints: [120, 240] });
}

export function idOf(clips: Clips, title: string): string {
  const id = clips.get(title);
  if (!id) throw new Error(`the demo has no clip “${title}”`);
  return id;
}

async function ensureSeries(creator: Actor, clips: Clips): Promise<void> {
  const { title, description, seasons } = SERIES;
  const where = { ownerId: creator.userId, title, type: "series", status: { not: "deleted" } } as const;
  const found = await db.contentItem.findFirst({ where, select: { id: true } });
  const seriesId = found?.id ?? (await createContainer(creator, { type: "series", title, description })).id;
  for (const [index, titles] of seasons.entries()) {
    const contentItemIds = titles.map((episode) => idOf(clips, episode));
    for (const id of contentItemIds) await updateContent(creator, id, { type: "episode", productionYear: 2026 });
    await orderEpisodes(creator, seriesId, { seasonNumber: index + 1, contentItemIds });
  }
}

async function ensureGroup(creator: Actor, group: CreateGroup): Promise<string> {
  const where = { ownerId: creator.userId, name: group.name };
  const found = await db.contentGroup.findFirst({ where, select: { id: true } });
  return found?.id ?? (await createGroup(creator, group)).id;
}

async function ensureCaption(
  creator: Actor,
  clips: Clips,
  { clip, language, label, lines }: (typeof CAPTIONED)[number],
): Promise<void> {
  const contentItemId = idOf(clips, clip);
  if (await db.caption.findFirst({ where: { contentItemId, language }, select: { id: true } })) return;
  const file = new File([webVttOf(lines)], `${language}.vtt`, { type: "text/vtt" });
  await addCaption(creator, contentItemId, { file, language, label, kind: "sdh", isDefault: language === "en" });
}

/** The lines in turn, each for some seconds. */
function webVttOf(lines: readonly string[]): string {
  const cues = Array.from({ length: CAPTIONED_SECONDS / CAPTION_SECONDS }, (_, index) => {
    const at = (seconds: number) =>
      `00:${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}.000`;
    return `${at(index * CAPTION_SECONDS)} --> ${at((index + 1) * CAPTION_SECONDS)}\n${lines[index % lines.length]}\n`;
  });
  return `WEBVTT\n\n${cues.join("\n")}`;
}
