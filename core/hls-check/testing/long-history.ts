import type { Airing } from "../../playout/airing";
import { type ItemShape, type LibraryItem, libraryItem } from "../../playout/testing/arbitrary-library";
import { block, START } from "../../playout/testing/guide";
import { SimulatedChannel } from "../../playout/testing/simulated-channel";
import type { Finding } from "../finding";
import type { Reply } from "../reply-rules";
import { StreamJudge } from "../stream-judge";
import { MASTER, SimulatedOrigin } from "./simulated-origin";

const DAY_MS = 86_400_000;
/** Clocks of the instances, against the time: they differ by two seconds. The last two remember what they have read. */
const INSTANCES = [
  { offsetMs: -1_000, remembers: false },
  { offsetMs: 1_000, remembers: true },
  { offsetMs: 0, remembers: true },
];
/** An instance that remembers reads airings anew when less than this is left of those that it knows. */
const REFRESH_MS = 10_000;
const POLLS = 5;
/** Airings that are kept: more than any playlist reaches back. */
const REMEMBERED = 200;

/** Thirty days in the life of a channel, of which audiences watch some stretches. */
export interface LongHistory {
  seed: number;
  library: ItemShape[];
  /** How many items of the library are filler. */
  filler: number;
  loops: boolean;
  /** How often somebody looks. */
  visits: number;
}

export interface Watched {
  findings: Finding[];
  /** Statuses of playlists while the channel was not published. */
  statusesOffAir: Set<number>;
  playlistsRead: number;
  days: number;
}

/** Lives through thirty days, and judges what each of several instances answers whenever somebody looks. */
export function watchThirtyDays(lived: LongHistory): Watched {
  const random = randomFrom(lived.seed);
  const items = lived.library.map((shape, index) => libraryItem(index + 1, shape));
  const channel = new SimulatedChannel(items, items.slice(0, lived.filler), lived.loops ? items : []);
  const instances = INSTANCES.map((each) => new Instance(channel, each));
  const watched: Watched = { findings: [], statusesOffAir: new Set(), playlistsRead: 0, days: 0 };
  let plannedUntilMs = START;
  let nowMs = START;
  channel.hasCaptions = true;
  channel.publish(nowMs);
  for (const { judge, origin } of instances) judge.takeEntry(origin.reply(MASTER, nowMs));

  const plan = (untilMs: number) => {
    channel.blocks = channel.blocks.filter((each) => each.endsAtMs > nowMs - DAY_MS);
    while (plannedUntilMs < untilMs) {
      const made = programme(items, plannedUntilMs, random);
      channel.blocks.push(made);
      plannedUntilMs = made.endsAtMs;
    }
  };
  const ask = (instance: Instance) => {
    const { judge, origin } = instance;
    const clockMs = nowMs + instance.offsetMs;
    instance.readAiringsAt(clockMs);
    const reply = (url: string): Reply => origin.reply(url, clockMs);
    for (const { rendition, url } of judge.playlists) judge.takePlaylist(rendition, reply(url));
    const files = judge.filesToAsk();
    for (const kind of ["init", "segment"])
      for (const file of files) if (file.kind === kind) judge.takeFile(file, reply(file.url));
    watched.playlistsRead += judge.playlists.length;
  };

  while (nowMs < START + 30 * DAY_MS) {
    const stepMs = Math.round(random() * ((2 * 30 * DAY_MS) / lived.visits));
    plan(nowMs + stepMs + DAY_MS);
    channel.commit(nowMs, stepMs);
    channel.line = channel.line.slice(-REMEMBERED);
    nowMs += stepMs;
    for (let poll = 0; poll < POLLS; poll++) {
      if (poll === 2) edit(channel, random);
      for (const each of random() < 0.5 ? instances : [...instances].reverse()) ask(each);
      nowMs += Math.round(random() * 7_000);
    }
    if (random() < 0.15) {
      const leavesAtMs = nowMs + 2_000; // by then no instance is past it
      channel.unpublish(leavesAtMs);
      for (const instance of instances) instance.hearOfChange();
      nowMs = leavesAtMs + Math.round(random() * 600_000) + 2_000;
      for (const { judge, origin } of instances)
        for (const { url } of judge.playlists) watched.statusesOffAir.add(origin.reply(url, nowMs).status);
      plan(nowMs + DAY_MS);
      channel.publish(nowMs);
      for (const instance of instances) instance.hearOfChange();
    }
  }
  watched.days = (nowMs - START) / DAY_MS;
  watched.findings = instances.flatMap(({ judge }) => judge.findings.all);
  return watched;
}

/** A process that answers, with a clock of its own, and one who judges what it answers. */
class Instance {
  readonly offsetMs: number;
  readonly judge = new StreamJudge(MASTER);
  readonly origin: SimulatedOrigin;
  private readonly remembers: boolean;
  private known: readonly Airing[] = [];

  constructor(
    private readonly channel: SimulatedChannel,
    { offsetMs, remembers }: (typeof INSTANCES)[number],
  ) {
    this.offsetMs = offsetMs;
    this.remembers = remembers;
    this.origin = new SimulatedOrigin(channel, () => (remembers ? this.known : channel.line));
  }

  /** As the product does: decides what comes next where nobody has, and looks no more often than it must. */
  readAiringsAt(clockMs: number): void {
    const leftMs = (this.known.at(-1)?.endsAtUs ?? 0) / 1000 - clockMs;
    if (this.remembers && leftMs >= REFRESH_MS) return;
    this.channel.commit(clockMs);
    this.known = [...this.channel.line];
  }

  hearOfChange(): void {
    this.known = [...this.channel.line];
  }
}

/** The next thing on the guide: a programme, whole or cut, a filler block or a break, after a gap or none. */
function programme(items: readonly LibraryItem[], afterMs: number, random: () => number) {
  const gapMs = random() < 0.6 ? 0 : random() * (random() < 0.5 ? 5_000 : 90_000);
  const item = items[Math.floor(random() * items.length)] as LibraryItem;
  const cutMs = random() < 0.7 ? 0 : random() * 30_000;
  const kind = random() < 0.1 ? "ad_break" : random() < 0.1 ? "filler" : "content";
  const lengthMs = kind === "ad_break" ? 10_000 + random() * 50_000 : Math.max(1_000, item.durationMs - cutMs);
  return block(kind === "ad_break" ? null : item, (afterMs + gapMs - START) / 1000, lengthMs / 1000, kind);
}

/** Takes a block off the guide, or shortens the one on air: behind what is committed, as the API allows. */
function edit(channel: SimulatedChannel, random: () => number): void {
  const fromMs = channel.editableFromMs;
  const gone = channel.blocks.find((each) => each.startsAtMs >= fromMs);
  if (random() < 0.5) channel.blocks = channel.blocks.filter((each) => each !== gone);
  else
    channel.blocks = channel.blocks.map((each) =>
      each.startsAtMs < fromMs && each.endsAtMs > fromMs ? { ...each, endsAtMs: fromMs } : each,
    );
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
