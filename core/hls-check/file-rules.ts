import { checkCaptionSegment } from "./caption-rules";
import type { Report } from "./finding";
import type { ListedSegment } from "./media-list";
import { checkSegmentReply, type Reply, wholeBytes, whyNot } from "./reply-rules";
import { type InitFacts, isCovered, readInit, readSegmentHead, type SegmentTimes } from "./segment-head";

/** EXTINF may differ from the samples by a frame of sound and rounding. */
const EXTINF_TOLERANCE_SECONDS = 0.05;
/** Time stamps that are further off than this are not those of the next segment. */
const JUMP_SECONDS = 0.1;

/** Segments whose times are known; more than a playlist lists. */
const REMEMBERED = 1_000;

/** What is promised for a rendition by the variants that list it. */
export interface Promised {
  /** CODECS of the variants that list it; empty when none says. */
  codecs: readonly string[];
  /** The lowest BANDWIDTH of those variants, in bits per second. */
  bandwidth: number | null;
  targetDuration: number;
}

interface Timed extends SegmentTimes {
  timescale: number;
  discontinuitySequence: number;
}

/** Init segments and segments of one rendition, as far as their beginnings tell. */
export class FileRules {
  private readonly inits = new Map<string, InitFacts>();
  private readonly timed = new Map<number, Timed>();
  /** The highest rate of a segment, in bits per second. */
  peakRate = 0;

  takeInit(map: string, reply: Reply, promised: Promised, report: Report): void {
    if (!isThere(reply)) {
      report("init-unavailable", whyNot(reply));
      return;
    }
    checkSegmentReply(reply, report);
    const facts = readInit(reply.body);
    if (!facts) {
      report("init-unreadable", reply.url);
      return;
    }
    this.inits.set(map, facts);
    if (facts.codec && promised.codecs.length > 0 && !isCovered(facts.codec, promised.codecs))
      report("codecs-not-covered", `${reply.url} is ${facts.codec}, promised is ${promised.codecs.join(",")}`);
  }

  /** `otherRate` is what the variant's other tracks need at most, in bits per second. */
  takeSegment(segment: ListedSegment, reply: Reply, promised: Promised, otherRate: number, report: Report): void {
    if (!this.isDelivered(segment, reply, report)) return;
    this.checkRate(segment, reply, promised, otherRate, report);
    const where = `segment ${segment.mediaSequence}, ${segment.address}`;
    if (/\.ts$/.test(new URL(reply.url).pathname)) {
      if (reply.body[0] !== 0x47) report("segment-unreadable", `${where} does not begin like MPEG-2 TS`);
      return;
    }
    const init = segment.map === null ? undefined : this.inits.get(segment.map);
    if (!init || segment.byteRange !== null) return;
    const times = readSegmentHead(reply.body, wholeBytes(reply));
    if (times === "unreadable") report("segment-unreadable", `${where} does not begin like fMP4`);
    else if (times) this.checkTimes(segment, { ...times, ...init, ...pickNumber(segment) }, where, report);
  }

  takeCaptions(segment: ListedSegment, reply: Reply, span: { from: number; to: number } | null, report: Report): void {
    if (!this.isDelivered(segment, reply, report)) return;
    const where = `segment ${segment.mediaSequence}, ${segment.address}`;
    checkCaptionSegment(new TextDecoder().decode(reply.body), where, span, report);
  }

  /** Where a segment lies in its media's own time; null when that was not read. */
  spanOf(mediaSequence: number): { from: number; to: number } | null {
    const timed = this.timed.get(mediaSequence);
    if (!timed || timed.ticks === null) return null;
    return { from: timed.startTicks / timed.timescale, to: (timed.startTicks + timed.ticks) / timed.timescale };
  }

  private isDelivered(segment: ListedSegment, reply: Reply, report: Report): boolean {
    if (!isThere(reply)) {
      report("segment-unavailable", `segment ${segment.mediaSequence}, ${whyNot(reply)}`);
      return false;
    }
    checkSegmentReply(reply, report);
    return true;
  }

  private checkRate(segment: ListedSegment, reply: Reply, promised: Promised, otherRate: number, report: Report): void {
    const bytes = wholeBytes(reply);
    // RFC 8216 §4.1: the peak is taken over half a target duration at least.
    if (bytes === null || segment.byteRange !== null || segment.seconds < promised.targetDuration / 2) return;
    const rate = (bytes * 8) / segment.seconds;
    this.peakRate = Math.max(this.peakRate, rate);
    if (promised.bandwidth !== null && rate + otherRate > promised.bandwidth)
      report(
        "bandwidth-exceeded",
        `segment ${segment.mediaSequence} needs ${Math.round(rate + otherRate)} bit/s, BANDWIDTH is ${promised.bandwidth}`,
      );
  }

  private checkTimes(segment: ListedSegment, timed: Timed, where: string, report: Report): void {
    this.timed.set(segment.mediaSequence, timed);
    this.timed.delete(segment.mediaSequence - REMEMBERED);
    if (timed.ticks !== null) {
      const seconds = timed.ticks / timed.timescale;
      if (Math.abs(seconds - segment.seconds) > EXTINF_TOLERANCE_SECONDS)
        report("extinf-wrong", `${where}: ${segment.extinf} s are written, its samples last ${seconds.toFixed(6)} s`);
    }
    this.checkJoin(this.timed.get(segment.mediaSequence - 1), timed, where, report);
    const next = this.timed.get(segment.mediaSequence + 1);
    if (next) this.checkJoin(timed, next, `segment ${segment.mediaSequence + 1}`, report);
  }

  private checkJoin(before: Timed | undefined, after: Timed, where: string, report: Report): void {
    if (!before || before.ticks === null || before.discontinuitySequence !== after.discontinuitySequence) return;
    const offSeconds = after.startTicks / after.timescale - (before.startTicks + before.ticks) / before.timescale;
    if (Math.abs(offSeconds) > JUMP_SECONDS) report("timestamps-jump", `${where} is off by ${offSeconds.toFixed(3)} s`);
  }
}

const pickNumber = ({ discontinuitySequence }: ListedSegment) => ({ discontinuitySequence });
const isThere = (reply: Reply) => reply.status === 200 || reply.status === 206;
