import type { NowNext } from "../channels/contract";
import type { Programme } from "../guide/contract";

/** What a television keeps of a programme: many of them stay in its little memory. */
export interface TvProgramme {
  title: string;
  /** "The Harbour, S2 E5", "1962", or nothing. */
  subtitle: string;
  description: string;
  startsAtMs: number;
  endsAtMs: number;
}

const MOST_DESCRIBED = 300;

export function tvProgramme(programme: NowNext & Partial<Programme>): TvProgramme {
  const { seriesTitle, episodeLabel, productionYear } = programme;
  return {
    title: programme.title,
    subtitle: [seriesTitle, episodeLabel, productionYear].filter(Boolean).join(", "),
    description: programme.description.slice(0, MOST_DESCRIBED),
    startsAtMs: Date.parse(programme.startsAt),
    endsAtMs: Date.parse(programme.endsAt),
  };
}

/** What runs at an instant and what follows it, of programmes in order of time. */
export function nowAndNext(programmes: readonly TvProgramme[], atMs: number) {
  const now = programmes.find(({ startsAtMs, endsAtMs }) => startsAtMs <= atMs && endsAtMs > atMs) ?? null;
  const next = programmes.find(({ startsAtMs }) => startsAtMs > atMs) ?? null;
  return { now, next };
}
