import type { OnNow, OnNowChannel, OnNowProgramme, OnNowQuery } from "@/core/front/contract";
import { postersOf } from "../artwork/posters-of";
import { db } from "../db";
import { keptFor } from "../kept-for";
import { publicUrl } from "../public-url";
import { channelFace } from "./channel-view";
import { type NowAndNext, nowNextRows } from "./now-next";
import { type ProgrammeRow, programmeView } from "./programme";
import { byCategory, rankChannels } from "./rank-channels";

/** Of each category on the page that shows all: three rows of four. */
const SHELF = 12;
const KEPT_MS = 5_000;

/**
 * What is on across the channels on the air, by category: the first of each, or one page of one. Made once in 5 s
 * whatever the number of those who ask, since an audience comes all at once. Addresses are those of the caller's host,
 * so each host has an answer of its own.
 */
export function onNow(query: OnNowQuery, now = new Date()): Promise<OnNow> {
  const key = JSON.stringify([publicUrl("/"), query.category, query.page, query.per_page]);
  return answers(key, now.getTime(), () => makeOnNow(query, now));
}

const answers = keptFor<OnNow>({ keptMs: KEPT_MS, most: 64 });
const rankings = keptFor<Awaited<ReturnType<typeof rankChannels>>>({ keptMs: KEPT_MS, most: 1 });

async function makeOnNow({ category, page, per_page }: OnNowQuery, now: Date): Promise<OnNow> {
  const ranked = await rankings("all", now.getTime(), () => rankChannels(now));
  const groups = byCategory(ranked);
  const from = (page - 1) * per_page;
  const shown = groups
    .filter((group) => !category || group.category === category)
    .map((group) => ({
      ...group,
      chosen: category ? group.ranked.slice(from, from + per_page) : group.ranked.slice(0, SHELF),
    }));
  const ids = shown.flatMap(({ chosen }) => chosen.map(({ id }) => id));
  const [rows, programmes] = await Promise.all([
    db.channel.findMany({ where: { id: { in: ids }, status: "published" } }),
    nowNextRows(ids, now),
  ]);
  const channels = new Map(rows.map((row) => [row.id, onNowChannel(channelFace(row), programmes.get(row.id))]));
  const best = category ? undefined : ranked.find(({ id }) => channels.get(id)?.now?.posterUrl);
  const featured = best && channels.get(best.id);
  return {
    total: ranked.length,
    categories: groups.map((group) => ({ category: group.category, total: group.ranked.length })),
    featured: featured
      ? { ...featured, description: programmes.get(featured.id)?.now?.description || descriptionOf(rows, featured.id) }
      : null,
    shelves: shown.map((group) => ({
      category: group.category,
      total: group.ranked.length,
      channels: group.chosen.flatMap(({ id }) => channels.get(id) ?? []),
    })),
    page,
    perPage: per_page,
  };
}

function descriptionOf(rows: readonly { id: string; description: string }[], id: string): string {
  return rows.find((row) => row.id === id)?.description ?? "";
}

function onNowChannel(
  { id, slug, name, category, logoUrl, hlsUrl, watchUrl }: ReturnType<typeof channelFace>,
  programmes: NowAndNext<ProgrammeRow> | undefined,
): OnNowChannel {
  const face = { id, slug, name, category, logoUrl, hlsUrl, watchUrl };
  return { ...face, now: onNowProgramme(programmes?.now), next: onNowProgramme(programmes?.next) };
}

function onNowProgramme(row: ProgrammeRow | null | undefined): OnNowProgramme | null {
  if (!row) return null;
  const { title, startsAt, endsAt, posterUrl } = programmeView(row);
  const { thumbnail } = postersOf({ ...row, id: row.contentItemId });
  return { title, startsAt, endsAt, posterUrl, thumbnailUrl: thumbnail?.url ?? posterUrl };
}
