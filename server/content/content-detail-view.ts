import { parseArtwork } from "@/core/content/artwork";
import { type Caption, type ContentDetail, SourceFacts } from "@/core/content/contract";
import { parseExternal } from "@/core/content/external";
import { parsePictures } from "@/core/content/pictures";
import type { Caption as CaptionRow, Prisma, Rendition as RenditionRow } from "@/generated/prisma/client";
import { moderationOf, WITH_LAST_BLOCK } from "../moderation/moderation-of";
import { mediaUrl } from "../public-url";
import { encodingPrefix } from "../storage/keys";
import { contentView } from "./content-view";

/** What a query must include for `contentDetailView`. */
export function withDetail(now: Date) {
  return {
    encodings: {
      select: {
        id: true,
        pictures: true,
        renditions: {
          select: {
            id: true,
            name: true,
            width: true,
            height: true,
            frameRate: true,
            averageBitrate: true,
            codecs: true,
          },
        },
      },
    },
    series: { select: { title: true } },
    groups: { select: { group: { select: { id: true, name: true } } }, orderBy: { group: { name: "asc" } } },
    ...WITH_LAST_BLOCK,
    captions: { orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
    blocks: {
      where: { endsAt: { gt: now } },
      orderBy: { startsAt: "asc" },
      select: { id: true, channelId: true, startsAt: true },
    },
  } as const satisfies Prisma.ContentItemInclude;
}

type DetailRow = Prisma.ContentItemGetPayload<{ include: ReturnType<typeof withDetail> }>;

/** An item with everything known of it. */
export function contentDetailView(row: DetailRow): ContentDetail {
  const encoding = row.encodings.find(({ id }) => id === row.encodingId);
  const { current } = parseArtwork(row.artwork);
  const source = SourceFacts.safeParse(row.source);
  return {
    ...contentView(row),
    renditions: (encoding?.renditions ?? []).map(renditionView).sort((a, b) => (b.height ?? 0) - (a.height ?? 0)),
    captions: row.captions.map(captionView),
    source: source.success ? source.data : null,
    external: parseExternal(row.external),
    storyboard: encoding ? storyboardOf(row.id, encoding) : null,
    artwork: current && { from: current.from, atSeconds: current.atSeconds },
    groups: row.groups.map(({ group }) => group),
    usedBy: row.blocks.map((block) => ({
      channelId: block.channelId,
      blockId: block.id,
      startsAt: block.startsAt.toISOString(),
    })),
    moderation: moderationOf(row),
  };
}

function renditionView(row: Omit<RenditionRow, "encodingId" | "peakBitrate" | "segmentBytes">) {
  return {
    id: row.id,
    name: row.name,
    width: row.width,
    height: row.height,
    frameRate: row.frameRate === null ? null : framesPerSecond(row.frameRate),
    bitrateKbps: Math.round(row.averageBitrate / 1000),
    codecs: row.codecs,
  };
}

/** `30000/1001` as 29.97. */
function framesPerSecond(fraction: string): number {
  const [frames = 0, seconds = 1] = fraction.split("/").map(Number);
  return Math.round((frames / seconds) * 1000) / 1000;
}

function storyboardOf(contentItemId: string, encoding: { id: string; pictures: unknown }): ContentDetail["storyboard"] {
  const { storyboard } = parsePictures(encoding.pictures);
  if (!storyboard) return null;
  const folder = encodingPrefix(contentItemId, encoding.id);
  return {
    url: mediaUrl(folder + storyboard.file),
    vttUrl: mediaUrl(folder + (storyboard.vttFile ?? "storyboard.vtt")),
  };
}

/** A caption track as the API shows it. */
export function captionView(row: CaptionRow): Caption {
  return {
    id: row.id,
    language: row.language,
    label: row.label,
    kind: row.kind as Caption["kind"],
    source: row.source as Caption["source"],
    isDefault: row.isDefault,
    url: mediaUrl(row.storageKey),
  };
}
