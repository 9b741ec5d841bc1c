import { FileRules, type Promised } from "./file-rules";
import { Findings } from "./finding";
import { checkMasterList, isMaster, type MasterList, readMasterList } from "./master-list";
import type { ListedSegment } from "./media-list";
import { playlistText } from "./playlist-lines";
import { RenditionWatch } from "./rendition-watch";
import { checkPlaylistReply, type Reply } from "./reply-rules";
import { checkAgainst } from "./variant-rules";

/** A file that a playlist lists and that has not been looked at. */
export interface FileRequest {
  rendition: string;
  url: string;
  kind: "init" | "segment";
  segment: ListedSegment;
  /** How much of it is needed; null for all of it. */
  firstBytes: number | null;
}

interface Watched {
  watch: RenditionWatch;
  files: FileRules;
  bandwidth: number | null;
  codecs: string[];
  /** Renditions that play together with it, at most one of each group. */
  audioGroup: string | null;
  inGroup: string | null;
  asked: Set<string>;
}

/** Enough for the boxes before the samples of 5 s at 60 frames per second. */
const HEAD_BYTES = 32_768;

/**
 * Judges a live stream by what its addresses answered. It asks for nothing itself and knows no time but that of the
 * answers, so that the same answers give the same findings.
 */
export class StreamJudge {
  readonly findings = new Findings();
  private readonly watched = new Map<string, Watched>();
  private masterText: string | null = null;
  segmentsChecked = 0;

  constructor(readonly url: string) {}

  /** Takes what the stream's address answered. @throws Error when it is no playlist. */
  takeEntry(reply: Reply): void {
    const report = this.findings.reporter("master", reply.receivedAtMs);
    const text = playlistText(reply.body, report);
    if (!/^\uFEFF?\s*#EXTM3U/.test(text) && !text.includes("#EXTINF")) throw new Error("not a playlist");
    if (!isMaster(text)) {
      this.watch({ name: "playlist", url: this.url, carries: "media", audioGroup: null, inGroup: null });
      this.takePlaylist("playlist", reply);
      return;
    }
    checkPlaylistReply(reply, null, report);
    if (this.masterText === null) {
      this.masterText = text;
      const list = readMasterList(text, report);
      checkMasterList(list, report);
      this.watchAll(list);
    } else if (this.masterText !== text) report("master-changed", "the text differs from the first one");
  }

  get hasMaster(): boolean {
    return this.masterText !== null;
  }

  get playlists(): { rendition: string; url: string }[] {
    return [...this.watched.values()].map(({ watch }) => ({ rendition: watch.name, url: watch.url }));
  }

  /** The longest target duration that was seen, in seconds; null before the first playlist. */
  get targetDuration(): number | null {
    const seen = [...this.watched.values()].flatMap(({ watch }) => watch.newest?.list.targetDuration ?? []);
    return seen.length > 0 ? Math.max(...seen) : null;
  }

  takePlaylist(rendition: string, reply: Reply): void {
    const own = this.watched.get(rendition) as Watched;
    if (!own.watch.take(reply, this.findings.reporter(rendition, reply.receivedAtMs))) return;
    const mine = own.watch.newest;
    for (const { watch } of this.watched.values()) {
      if (watch === own.watch || !watch.newest || !mine) continue;
      checkAgainst(mine, watch.newest, this.findings.reporter(rendition, reply.receivedAtMs));
    }
  }

  /** Files that are listed now and were not asked for before, oldest first. */
  filesToAsk(): FileRequest[] {
    // Captions last: where their segments lie in time is known from the picture and the sound.
    const inOrder = [...this.watched.values()].sort(
      (a, b) => Number(a.watch.carries === "captions") - Number(b.watch.carries === "captions"),
    );
    return inOrder.flatMap((own) => {
      const { watch } = own;
      return (watch.newest?.list.segments ?? []).flatMap((segment) => {
        const requests: FileRequest[] = [];
        const add = (address: string, key: string, kind: FileRequest["kind"], firstBytes: number | null) => {
          const url = resolved(address, watch.url);
          if (own.asked.has(key) || url === null) return;
          own.asked.add(key);
          requests.push({ rendition: watch.name, url, kind, segment, firstBytes });
        };
        if (segment.map !== null && !segment.map.includes(" ")) add(segment.map, `init ${segment.map}`, "init", null);
        const isText = watch.carries === "captions";
        const firstBytes = isText || segment.byteRange !== null ? null : HEAD_BYTES;
        // A text is the same wherever it stands; time stamps of a picture must fit those of its neighbours each time.
        const key = isText ? segment.address : `segment ${segment.mediaSequence}`;
        if (!segment.isGap) add(segment.address, key, "segment", firstBytes);
        return requests;
      });
    });
  }

  takeFile(request: FileRequest, reply: Reply): void {
    const own = this.watched.get(request.rendition) as Watched;
    const report = this.findings.reporter(request.rendition, reply.receivedAtMs);
    const { segment } = request;
    if (request.kind === "init") {
      own.files.takeInit(segment.map as string, reply, this.promised(own), report);
      return;
    }
    this.segmentsChecked++;
    if (own.watch.carries === "captions")
      own.files.takeCaptions(segment, reply, this.spanOf(segment.mediaSequence), report);
    else own.files.takeSegment(segment, reply, this.promised(own), this.otherRate(own), report);
  }

  private promised(own: Watched): Promised {
    return { codecs: own.codecs, bandwidth: own.bandwidth, targetDuration: own.watch.newest?.list.targetDuration ?? 0 };
  }

  private otherRate(own: Watched): number {
    const others = [...this.watched.values()].filter((each) => own.audioGroup && each.inGroup === own.audioGroup);
    return Math.max(0, ...others.map((each) => each.files.peakRate));
  }

  private spanOf(mediaSequence: number): { from: number; to: number } | null {
    for (const { files } of this.watched.values()) {
      const span = files.spanOf(mediaSequence);
      if (span) return span;
    }
    return null;
  }

  private watchAll(list: MasterList): void {
    const names = new Set<string>();
    const nameOf = (address: string) => {
      const short = /([^/?]+?)(?:\.m3u8?)?(?:\?.*)?$/.exec(address)?.[1] ?? address;
      const name = names.has(short) ? address : short;
      names.add(name);
      return name;
    };
    for (const media of list.media) {
      const url = media.address === null ? null : resolved(media.address, this.url);
      if (url === null || this.byUrl(url)) continue;
      const carries = media.type === "SUBTITLES" ? "captions" : "media";
      const inGroup = media.type === "AUDIO" ? media.groupId : null;
      this.watch({ name: nameOf(media.address as string), url, carries, audioGroup: null, inGroup });
    }
    for (const variant of list.variants) {
      const url = resolved(variant.address, this.url);
      if (url === null) continue;
      const audioGroup = variant.groups.get("AUDIO") ?? null;
      const own =
        this.byUrl(url) ??
        this.watch({ name: nameOf(variant.address), url, carries: "media", audioGroup, inGroup: null });
      own.codecs.push(...variant.codecs);
      if (variant.bandwidth !== null) own.bandwidth = Math.min(own.bandwidth ?? Infinity, variant.bandwidth);
    }
  }

  private watch(of: {
    name: string;
    url: string;
    carries: "media" | "captions";
    audioGroup: string | null;
    inGroup: string | null;
  }): Watched {
    const { audioGroup, inGroup } = of;
    const watch = new RenditionWatch(of.name, of.url, of.carries);
    const own = {
      watch,
      files: new FileRules(),
      bandwidth: null,
      codecs: [],
      audioGroup,
      inGroup,
      asked: new Set<string>(),
    };
    this.watched.set(of.name, own);
    return own;
  }

  private byUrl(url: string): Watched | undefined {
    return [...this.watched.values()].find(({ watch }) => watch.url === url);
  }
}

function resolved(address: string, base: string): string | null {
  try {
    return new URL(address, base).href;
  } catch {
    return null;
  }
}
