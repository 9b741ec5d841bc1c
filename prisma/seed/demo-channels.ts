import type { CreateChannel } from "@/core/channels/contract";

export interface DemoChannel {
  channel: CreateChannel;
  /** Parts of every day by the hour, each with the tags of what it shows; hours without a part stay a gap. */
  day: { fromHour: number; toHour: number; tags: string[] }[];
  /** Name of the content group that plays in gaps. */
  fillerGroup: string;
  /** Gaps of single days, counted from the first, to be filled by hand. */
  gaps: { day: number; fromHour: number; toHour: number }[];
}

const utc = { kind: "linear", timezone: "UTC" } as const;

export const DEMO_CHANNELS: DemoChannel[] = [
  {
    channel: {
      ...utc,
      name: "Slow Light",
      description: "Colour, water and night trains, around the clock. Nothing happens, beautifully.",
      category: "lifestyle",
    },
    fillerGroup: "After dark",
    day: [
      { fromHour: 0, toHour: 6, tags: ["night"] },
      { fromHour: 6, toHour: 10, tags: ["morning"] },
      { fromHour: 10, toHour: 18, tags: ["ambient", "pattern"] },
      { fromHour: 18, toHour: 24, tags: ["night", "morning"] },
    ],
    gaps: [
      { day: 1, fromHour: 14, toHour: 15.5 },
      { day: 3, fromHour: 3, toHour: 4 },
      { day: 5, fromHour: 20, toHour: 20.75 },
    ],
  },
  {
    channel: {
      ...utc,
      name: "Infinity TV",
      description: "Fractals, cellular automata and other things that never end.",
      category: "documentary",
    },
    fillerGroup: "Interludes",
    day: [
      { fromHour: 0, toHour: 7, tags: ["night", "ambient"] },
      { fromHour: 7, toHour: 9, tags: ["morning", "fractal"] },
      { fromHour: 9, toHour: 19, tags: ["morning", "night", "ambient"] },
      { fromHour: 19, toHour: 20, tags: ["fractal", "simulation", "pattern", "classic"] },
      { fromHour: 20, toHour: 24, tags: ["ambient", "pattern"] },
    ],
    gaps: [
      { day: 2, fromHour: 12, toHour: 13 },
      { day: 4, fromHour: 22, toHour: 24 },
    ],
  },
];

export interface Stretch {
  fromMs: number;
  toMs: number;
  tags: string[];
}

const HOUR_MS = 3_600_000;

/** What to fill in the week that begins at `weekMs`: the parts of each day, less the gaps of that day. */
export function stretchesOf(demo: DemoChannel, weekMs: number): Stretch[] {
  const days = [0, 1, 2, 3, 4, 5, 6];
  return days.flatMap((day) => {
    const gaps = demo.gaps.filter((gap) => gap.day === day);
    return demo.day
      .flatMap((part) =>
        gaps
          .reduce<Hours[]>((parts, gap) => parts.flatMap((one) => without(one, gap)), [part])
          .map((hours) => ({ ...hours, tags: part.tags })),
      )
      .map(({ fromHour, toHour, tags }) => ({
        fromMs: weekMs + (day * 24 + fromHour) * HOUR_MS,
        toMs: weekMs + (day * 24 + toHour) * HOUR_MS,
        tags,
      }));
  });
}

interface Hours {
  fromHour: number;
  toHour: number;
}

function without({ fromHour, toHour }: Hours, gap: Hours): Hours[] {
  const before = { fromHour, toHour: Math.min(toHour, gap.fromHour) };
  const after = { fromHour: Math.max(fromHour, gap.toHour), toHour };
  return [before, after].filter((part) => part.fromHour < part.toHour);
}
