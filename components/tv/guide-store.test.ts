import { expect, test } from "vitest";
import type { TvChannel } from "@/core/tv/line-up";
import { GuideStore } from "./guide-store";
import type { TvSession } from "./tv-session";

const HOUR_MS = 3_600_000;
const fromMs = Date.UTC(2026, 4, 3, 6);

function channel(number: number, isDraft = false): TvChannel {
  const name = `Channel ${number}`;
  return {
    id: `id-${number}`,
    slug: `slug-${number}`,
    number,
    name,
    description: "",
    logoUrl: null,
    isDraft,
    listed: [],
  };
}

/** A server that has an hour of news at the beginning of every piece. */
function store() {
  const asked: string[] = [];
  let changes = 0;
  const session = {
    async ask(_: string, path: string) {
      asked.push(path);
      const startsAt = /from=([^&]+)/.exec(path)?.[1] ?? "";
      const endsAt = new Date(Date.parse(startsAt) + HOUR_MS).toISOString();
      return {
        status: 200,
        body: { programmes: [{ title: "News", description: "", startsAt, endsAt, posterUrl: null }] },
      };
    },
  } as unknown as TvSession;
  const guides = new GuideStore(session, () => {
    changes++;
  });
  return { guides, asked, changes: () => changes };
}

const answers = () => new Promise((resolve) => setTimeout(resolve, 0));

test("a piece is asked for once, however often it is wanted, and what it holds is known from then on", async () => {
  const { guides, asked, changes } = store();
  guides.want(channel(1), fromMs, fromMs + HOUR_MS);
  guides.want(channel(1), fromMs, fromMs + HOUR_MS);
  expect(guides.isRead(channel(1), fromMs, fromMs + HOUR_MS)).toBe(false);
  await answers();
  guides.want(channel(1), fromMs + HOUR_MS, fromMs + 2 * HOUR_MS);
  expect(asked).toEqual(["/v1/channels/id-1/epg?from=2026-05-03T06:00:00.000Z&to=2026-05-03T12:00:00.000Z"]);
  expect(guides.isRead(channel(1), fromMs, fromMs + HOUR_MS)).toBe(true);
  expect(guides.known(channel(1), fromMs, fromMs + HOUR_MS)).toMatchObject([{ title: "News", startsAtMs: fromMs }]);
  expect(changes()).toBe(1);
});

test("a draft has its owner's guide, and no longer that once it is on the air", async () => {
  const { guides, asked } = store();
  guides.want(channel(1, true), fromMs, fromMs + HOUR_MS);
  await answers();
  expect(asked[0]).toMatch(/^\/v1\/creator\/channels\/id-1\/guide\?/);
  expect(guides.isRead(channel(1), fromMs, fromMs + HOUR_MS)).toBe(false);
});

test("hours of scrolling keep no more than 120 pieces", async () => {
  const { guides } = store();
  for (let number = 1; number <= 400; number++) {
    guides.want(channel(number), fromMs, fromMs + HOUR_MS);
    await answers();
  }
  const kept = Array.from({ length: 400 }, (_, at) => guides.isRead(channel(at + 1), fromMs, fromMs + HOUR_MS));
  expect(kept.filter(Boolean)).toHaveLength(120);
  expect(kept[399]).toBe(true);
});
