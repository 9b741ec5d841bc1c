import { afterEach, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { AppError } from "@/core/errors";
import { LiveAudience, type LiveSource } from "./live-audience";
import { sendError } from "./reply";
import { type Served, serve } from "./testing/serve";

/** Fast enough for a test, and nothing below depends on how fast. */
const TICK_MS = 20;

let served: Served;
let audience: LiveAudience;
afterEach(async () => {
  audience.close();
  await served.close();
});

interface Played {
  computed: number;
  away: boolean;
  revoked: Set<string>;
}

async function start(): Promise<Played> {
  const played: Played = { computed: 0, away: false, revoked: new Set() };
  const source: LiveSource = {
    async kpis(_, channelId, now) {
      played.computed++;
      if (played.away) throw new Error("the database is away");
      if (channelId === "gone") throw new AppError("resource.not_found", "The channel was not found.");
      return { at: now.toISOString(), viewers: played.computed, views: 0, impressions: 0, channels: [] };
    },
    holds: async (actor) => !played.revoked.has(actor.apiKeyId ?? ""),
  };
  audience = new LiveAudience(source, TICK_MS);
  served = await serve(async (incoming, outgoing) => {
    const [, key = "", channelId] = (incoming.url ?? "").split("/");
    const actor: Actor = { userId: "ada", method: "api_key", scopes: [], apiKeyId: key };
    const headers = { "Content-Type": "text/event-stream" };
    await audience.join(outgoing, actor, channelId, headers).catch((thrown) => sendError(incoming, outgoing, thrown));
  });
  return played;
}

/** Reads a stream until its text satisfies `enough`, or it ends. */
async function read(path: string, enough: (text: string) => boolean): Promise<string> {
  const leaving = new AbortController();
  const reply = await fetch(`http://127.0.0.1:${served.port}${path}`, { signal: leaving.signal });
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of reply.body!) {
    text += decoder.decode(chunk);
    if (enough(text)) break;
  }
  leaving.abort();
  return text;
}

const events = (text: string) => text.match(/^event: kpi$/gm)?.length ?? 0;

test("the first event comes with the head, and then one with every tick", async () => {
  await start();
  const text = await read("/key", (soFar) => events(soFar) >= 3);
  expect(text).toMatch(/^retry: 5000\n\nid: \S+\nevent: kpi\ndata: \{"at":.*\}\n\n/);
  expect(text).toContain('"viewers":2');
  expect(text).toContain('"viewers":3');
});

test("figures are computed once a tick, whatever the number of listeners", async () => {
  await start();
  const texts = await Promise.all(
    Array.from({ length: 40 }, (_, index) => read(`/key${index % 3}`, (soFar) => events(soFar) >= 5)),
  );
  for (const text of texts) {
    const seen = [...text.matchAll(/"viewers":(\d+)/g)].map(([, viewers]) => Number(viewers));
    // Each computation is one number higher, so a listener that sees them in order saw everybody's.
    expect(seen).toEqual(Array.from(seen, (_, index) => seen[0]! + index));
  }
});

test("a revoked key ends its listeners, with a word, and nobody else", async () => {
  const played = await start();
  const stays = read("/stays", (soFar) => events(soFar) >= 12);
  const goes = read("/goes", () => false);
  await expect.poll(() => audience.size).toBe(2);
  played.revoked.add("goes");
  expect(await goes).toMatch(/event: end\ndata: \{"reason":"access_ended"\}\n\n$/);
  expect(events(await stays)).toBeGreaterThanOrEqual(12);
});

test("while figures cannot be had, pings keep the stream open", async () => {
  const played = await start();
  const text = await read("/key", (soFar) => {
    played.away = true;
    return (soFar.match(/^: ping$/gm)?.length ?? 0) >= 2;
  });
  expect(text).toContain(": ping\n\n: ping");
});

test("what is not there is refused before the stream begins", async () => {
  await start();
  expect(await served.ask("/key/gone")).toMatchObject({ status: 404 });
  expect(audience.size).toBe(0);
});

test("who leaves is forgotten, and a stop ends everybody", async () => {
  await start();
  await read("/key", (soFar) => events(soFar) >= 1);
  await expect.poll(() => audience.size).toBe(0);
  const open = read("/key", () => false);
  await expect.poll(() => audience.size).toBe(1);
  audience.close();
  expect(events(await open)).toBeGreaterThanOrEqual(1);
});
