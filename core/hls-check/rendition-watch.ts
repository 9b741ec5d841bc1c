import { ChangeRules } from "./change-rules";
import { DateRangeRules } from "./date-range-rules";
import type { Report } from "./finding";
import { endOf, type MediaList, readMediaList } from "./media-list";
import { checkMediaList } from "./media-rules";
import { playlistText } from "./playlist-lines";
import { checkPlaylistReply, type Reply, whyNot } from "./reply-rules";
import type { FetchedList } from "./variant-rules";

/** Target durations after which a new segment is overdue (RFC 8216 §6.2.1). */
const OVERDUE = 1.5;
/** Target durations by which the end of the newest segment may lie in the past. */
const LATE = 3;
/** How far in the future it may lie: clocks of servers differ, and the Date header has whole seconds. */
const EARLY_MS = 2_000;

/** One media playlist, as it comes again and again. */
export class RenditionWatch {
  newest: FetchedList | null = null;
  private readonly changes = new ChangeRules();
  private readonly ranges = new DateRangeRules();
  private lastSequence = -1;
  private grewAtMs = 0;

  constructor(
    readonly name: string,
    readonly url: string,
    readonly carries: "media" | "captions",
  ) {}

  /** Takes an answer; true when it is a playlist that differs from the one before. */
  take(reply: Reply, report: Report): boolean {
    if (reply.status !== 200) {
      report("unavailable", whyNot(reply));
      return false;
    }
    const text = playlistText(reply.body, report);
    const before = this.newest;
    const isNew = text !== before?.list.text;
    const list = isNew ? readMediaList(text, report) : before.list;
    checkPlaylistReply(reply, list.targetDuration ?? 0, report);
    this.checkPace(list, reply, report);
    if (!isNew) return false;
    checkMediaList(list, this.carries, report);
    this.changes.check(list, report);
    this.ranges.check(list, report);
    const { name: rendition, carries } = this;
    this.newest = { rendition, carries, list, sentAtMs: reply.sentAtMs, receivedAtMs: reply.receivedAtMs };
    return true;
  }

  private checkPace(list: MediaList, reply: Reply, report: Report): void {
    const { targetDuration, segments } = list;
    if (targetDuration === null || segments.length === 0 || list.header.has("EXT-X-ENDLIST")) return;
    const last = list.mediaSequence + segments.length - 1;
    if (last > this.lastSequence) {
      this.lastSequence = last;
      this.grewAtMs = reply.receivedAtMs;
    } else if (reply.sentAtMs - this.grewAtMs > OVERDUE * targetDuration * 1000)
      report("stalled", `segment ${last} has been the newest for ${seconds(reply.sentAtMs - this.grewAtMs)}`);
    const endMs = endOf(list);
    if (endMs === null) return;
    const ageMs = serverTimeOf(reply) - endMs;
    if (ageMs > LATE * targetDuration * 1000) report("live-edge-late", `segment ${last} ended ${seconds(ageMs)} ago`);
    if (ageMs < -EARLY_MS) report("live-edge-early", `segment ${last} ends in ${seconds(-ageMs)}`);
  }
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** The server's clock where it tells, ours otherwise. */
function serverTimeOf(reply: Reply): number {
  const saidMs = Date.parse(reply.headers.date ?? "");
  return Number.isNaN(saidMs) ? reply.receivedAtMs : saidMs;
}
