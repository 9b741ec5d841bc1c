import { block, channelOf, item, START } from "../../playout/testing/guide";
import type { Finding } from "../finding";
import type { Reply } from "../reply-rules";
import { StreamJudge } from "../stream-judge";
import { MASTER, SimulatedOrigin } from "./simulated-origin";

export { START };

/** How long the evening is watched, and how often everything is asked for. */
const SECONDS = 235;
const STEP_MS = 2_500;

/**
 * Four minutes of a channel with all that can happen to it: programmes that follow each other, gaps with the slate's
 * loops and with filler, ad breaks, a programme that is cut, and an edit of the guide while it is on air.
 */
export class Evening {
  private readonly film = item(1, 61.3);
  private readonly short = item(2, 23);
  readonly channel = channelOf(
    [
      block(this.film, 10, 61.3),
      block(null, 72, 16, "ad_break"),
      block(this.short, 88, 23),
      block(this.film, 150, 40),
      block(null, 190, 12, "ad_break"),
      block(this.short, 230, 23),
    ],
    [],
  );
  readonly origin = new SimulatedOrigin(this.channel);
  private readonly answered = new Map<string, Reply>();
  private edited = false;

  constructor() {
    this.channel.hasCaptions = true;
    this.channel.publish(START);
  }

  /** What an address answers at an instant. What was listed never changes, so it can be asked again later. */
  reply(url: string, nowMs: number): Reply {
    this.live(nowMs);
    const key = `${url} ${nowMs}`;
    const reply = this.answered.get(key) ?? this.origin.reply(url, nowMs);
    this.answered.set(key, reply);
    return reply;
  }

  private live(nowMs: number): void {
    this.channel.commit(nowMs);
    if (this.edited || nowMs < START + 60_000) return;
    this.edited = true;
    const last = this.channel.blocks.pop();
    this.channel.blocks.push(block(this.film, 204, 25));
    if (last) this.channel.blocks.push(block(this.short, 240, 23));
  }
}

const evening = new Evening();

/** What the checker finds when every address answers through `through`, which may break something. */
export function findingsOf(through: (reply: Reply, nowMs: number, origin: SimulatedOrigin) => Reply): Finding[] {
  const judge = new StreamJudge(MASTER);
  const ask = (url: string, nowMs: number) => through(evening.reply(url, nowMs), nowMs, evening.origin);
  judge.takeEntry(ask(MASTER, START));
  for (let nowMs = START; nowMs <= START + SECONDS * 1000; nowMs += STEP_MS) {
    if ((nowMs - START) % 30_000 === 0) judge.takeEntry(ask(MASTER, nowMs));
    for (const { rendition, url } of judge.playlists) judge.takePlaylist(rendition, ask(url, nowMs));
    const files = judge.filesToAsk();
    for (const file of files) if (file.kind === "init") judge.takeFile(file, ask(file.url, nowMs));
    for (const file of files) if (file.kind === "segment") judge.takeFile(file, ask(file.url, nowMs));
  }
  return judge.findings.all;
}
