import fc from "fast-check";
import { expect, test } from "vitest";
import { type Beacon, HEARTBEAT, IMPRESSION, NOBODY, NOWHERE, START } from "./beacon";
import { MINUTE_MS } from "./buckets";
import { bySession, type Cell, type Folded, foldBatch } from "./fold-batch";
import { inOrder, LONGEST_GAP_MS } from "./fold-session";
import { POSITION_MS } from "./position";
import { countSessions, mergeSketch, type Sketch } from "./sketch";

/** Few sessions, channels and times, so that they meet. */
const beacon: fc.Arbitrary<Beacon> = fc
  .record({
    sessionId: fc.constantFrom("ada-tab-1", "ada-tab-2", "bob-tab-1"),
    atMs: fc.nat({ max: 60 }).map((step) => 1_000_000 * MINUTE_MS + step * 7_000),
    kind: fc.nat({ max: 3 }),
    nonce: fc.constantFrom(0, 0, 0, 1, 2),
    channelId: fc.constantFrom("channel-a", "channel-b", NOBODY),
    contentItemId: fc.constantFrom("item-a", "item-b"),
    positionMs: fc.oneof(fc.constant(NOWHERE), fc.nat({ max: 90_000 })),
  })
  .map((fields) => ({ ...fields, ownerId: "owner" }));

/** How players repeat themselves: in any order, in batches of any size, some beacons more than once. */
const delivery = fc.array(beacon, { maxLength: 40 }).chain((beacons) => {
  const isFirst = (one: Beacon, index: number) => beacons.findIndex((other) => sameKey(one, other)) === index;
  const sent = beacons.filter(isFirst); // two beacons under one name are one, whatever else they say
  return fc.record({
    sent: fc.constant(sent),
    arrivals: fc.array(fc.shuffledSubarray(sent), { maxLength: 4 }).map((parts) => [...parts, sent]),
    cuts: fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 30 }),
  });
});

function sameKey(a: Beacon, b: Beacon): boolean {
  return a.sessionId === b.sessionId && a.atMs === b.atMs && a.kind === b.kind && a.nonce === b.nonce;
}

/** The tables, in memory. */
class Tables {
  readonly rows: Beacon[] = [];
  readonly cells = new Map<string, Cell>();
  readonly positions = new Map<string, number>();
  readonly views = new Map<string, number>();
  readonly sketches = new Map<string, Sketch>();

  /** What is known of the sessions of a batch, exactly as far as it is read from the database. */
  known(batch: readonly Beacon[]): Map<string, Beacon[]> {
    const sessions = [...bySession(batch)].map(([sessionId, beacons]) => {
      const times = beacons.map(({ atMs }) => atMs);
      const [fromMs, toMs] = [Math.min(...times), Math.max(...times)];
      const own = this.rows.filter((row) => row.sessionId === sessionId).sort(inOrder);
      const before = own.filter(({ atMs }) => atMs < fromMs).slice(-1);
      const within = own.filter(({ atMs }) => atMs >= fromMs && atMs <= toMs);
      const after = own.filter(({ atMs }) => atMs > toMs).slice(0, 1);
      return [sessionId, [...before, ...within, ...after]] as [string, Beacon[]];
    });
    return new Map(sessions);
  }

  fold(batch: readonly Beacon[]): void {
    const folded: Folded = foldBatch(this.known(batch), batch);
    this.rows.push(...folded.fresh);
    for (const cell of folded.minutes) {
      const key = `${cell.bucketMs} ${cell.channelId} ${cell.contentItemId}`;
      const had = this.cells.get(key) ?? { ...cell, views: 0, impressions: 0, watchMs: 0 };
      had.views += cell.views;
      had.impressions += cell.impressions;
      had.watchMs += cell.watchMs;
      this.cells.set(key, had);
    }
    for (const { contentItemId, stretch, watchMs } of folded.positions) {
      const key = `${contentItemId} ${stretch}`;
      this.positions.set(key, (this.positions.get(key) ?? 0) + watchMs);
    }
    for (const [id, views] of folded.viewsOfItems) this.views.set(id, (this.views.get(id) ?? 0) + views);
    for (const { scopeId, minutes, bucketMs, sketch } of folded.sketches) {
      const key = `${scopeId} ${minutes} ${bucketMs}`;
      const had = this.sketches.get(key);
      if (had) mergeSketch(had, sketch);
      else this.sketches.set(key, sketch);
    }
  }
}

/** Counted anew from the raw events, by the words of the contract and nothing else. */
function recount(sent: readonly Beacon[]) {
  const cells = new Map<string, { views: number; impressions: number; watchMs: number }>();
  const positions = new Map<string, number>();
  const sessions = new Map<string, Set<string>>();
  for (const own of bySession(sent).values()) {
    own.sort(inOrder).forEach((one, index) => {
      const bucketMs = Math.floor(one.atMs / MINUTE_MS) * MINUTE_MS;
      const key = `${bucketMs} ${one.channelId} ${one.contentItemId}`;
      const cell = cells.get(key) ?? { views: 0, impressions: 0, watchMs: 0 };
      const gapMs = index === 0 ? 0 : Math.min(LONGEST_GAP_MS, one.atMs - own[index - 1]!.atMs);
      if (one.kind === START) cell.views++;
      if (one.kind === IMPRESSION) cell.impressions++;
      if (one.kind === HEARTBEAT) cell.watchMs += gapMs;
      cells.set(key, cell);
      if (one.kind === HEARTBEAT && one.positionMs !== NOWHERE)
        for (let ms = Math.max(0, one.positionMs - gapMs); ms < one.positionMs; ms++) {
          const stretch = `${one.contentItemId} ${Math.floor(ms / POSITION_MS)}`;
          positions.set(stretch, (positions.get(stretch) ?? 0) + 1);
        }
      const minute = `${one.ownerId} 1 ${bucketMs}`;
      sessions.set(minute, (sessions.get(minute) ?? new Set()).add(one.sessionId));
    });
  }
  return { cells, positions, sessions };
}

test("however beacons arrive, the tables equal a recount of the raw events", () => {
  fc.assert(
    fc.property(delivery, ({ sent, arrivals, cuts }) => {
      const tables = new Tables();
      const all = arrivals.flat();
      for (let at = 0, turn = 0; at < all.length; turn++) {
        const size = cuts[turn % cuts.length]! + 1;
        tables.fold(all.slice(at, at + size));
        at += size;
      }
      const truth = recount(sent);
      const counted = [...tables.cells].map(([key, { views, impressions, watchMs }]) => [
        key,
        { views, impressions, watchMs },
      ]);
      const isSome = ([, cell]: [string, { views: number; impressions: number; watchMs: number }]) =>
        cell.views !== 0 || cell.impressions !== 0 || cell.watchMs !== 0;
      const byKey = (a: unknown[], b: unknown[]) => (String(a[0]) < String(b[0]) ? -1 : 1);
      expect((counted as [string, Cell][]).filter(isSome).sort(byKey)).toEqual(
        [...truth.cells].filter(isSome).sort(byKey),
      );
      expect([...tables.positions].filter(([, ms]) => ms !== 0).sort(byKey)).toEqual([...truth.positions].sort(byKey));
      for (const [minute, sessions] of truth.sessions)
        expect(countSessions(tables.sketches.get(minute)!)).toBe(sessions.size);
      const starts = sent.filter(({ kind }) => kind === START).length;
      expect([...tables.views.values()].reduce((sum, views) => sum + views, 0)).toBe(starts);
    }),
    { numRuns: 60 },
  );
});

test("a session that was away for an hour is credited 30 s and no more", () => {
  const at = (seconds: number, kind: number): Beacon => ({
    sessionId: "ada-tab-1",
    atMs: seconds * 1000,
    kind,
    nonce: 0,
    ownerId: "owner",
    channelId: "channel-a",
    contentItemId: NOBODY,
    positionMs: NOWHERE,
  });
  const { minutes } = foldBatch(new Map(), [at(0, START), at(15, HEARTBEAT), at(3615, HEARTBEAT)]);
  expect(minutes.map(({ watchMs }) => watchMs)).toEqual([15_000, 30_000]);
});
