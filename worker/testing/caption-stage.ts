import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Cue } from "@/core/content/captions";
import type { Airing } from "@/core/playout/airing";
import { captionSegment, EMPTY_CAPTION_SEGMENT } from "@/core/playout/caption-segment";
import { programmeWindow } from "@/core/playout/catch-up";
import { masterPlaylist } from "@/core/playout/master-playlist";
import { mediaPlaylist, type Rendition } from "@/core/playout/media-playlist";
import type { SegmentTable, TrackTable } from "@/core/playout/segment-table";
import { stretchUs } from "@/core/playout/track-time";
import type { MeasuredTrack } from "../ffmpeg/read-segments";
import type { FileEncode } from "../transcode-file";

/** What plays on the stage: an item and the segment at which it is joined. */
export interface Act {
  name: string;
  encode: FileEncode;
  cues: readonly Cue[];
  firstSegment: number;
}

const PLAYERS = { "/hls.js": "hls.js/dist/hls.min.js", "/shaka.js": "shaka-player/dist/shaka-player.compiled.js" };
const PAGE = "<video muted></video><script src=/hls.js></script><script src=/shaka.js></script>";
const STARTS_US = Date.UTC(2035, 0, 1) * 1000;

/** The stage is not the product: what it says below `/v1` would be held against the description of the API. */
const CAPTIONS = "/captions/";

/** Serves a programme made of acts one after the other, with the product's own playlists and captions, and a page of players. */
export async function serveCaptionStage(acts: readonly Act[]) {
  const tables = new Map(acts.map((act) => [act.name, tableOf(act)]));
  const airings = airingsOf(acts, tables);
  const endMs = airings.at(-1)!.endsAtUs / 1000 + 1;
  const { window } = programmeWindow(airings, tables, endMs, true)!;
  const answer = async (url: string): Promise<[type: string, body: string | Buffer]> => {
    if (url === "/") return ["text/html", PAGE];
    if (url in PLAYERS) {
      return ["text/javascript", await readFile(path.join("node_modules", PLAYERS[url as keyof typeof PLAYERS]))];
    }
    if (url === "/master.m3u8") return ["application/vnd.apple.mpegurl", masterPlaylist()];
    const [, rendition] = /^\/(\w+)\.m3u8$/.exec(url) ?? [];
    if (rendition) {
      const playlist = mediaPlaylist(window, rendition as Rendition, "over");
      return ["application/vnd.apple.mpegurl", playlist.replaceAll("/v1/captions/", CAPTIONS)];
    }
    const [, name = "", index] = /^\/captions\/(\w+)\/\w+\/\w+\/(\d{5})\.vtt$/.exec(url) ?? [];
    const act = acts.find((each) => each.name === name);
    if (act) return ["text/vtt", captionSegment(act.cues, tables.get(name)!.video, Number(index)) ?? ""];
    if (url.startsWith(`${CAPTIONS}none`)) return ["text/vtt", EMPTY_CAPTION_SEGMENT];
    const [, from, file = ""] = /^\/files\/(\w+)\/([\w/.]+)$/.exec(url) ?? [];
    return ["video/mp4", await readFile(path.join(acts.find((each) => each.name === from)!.encode.folder, file))];
  };
  const server = createServer((incoming, outgoing) => {
    answer(incoming.url ?? "/").then(
      ([type, body]) => outgoing.writeHead(200, { "Content-Type": type }).end(body),
      () => outgoing.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    /** Seconds from the start at which each act begins. */
    startsAt: airings.map((airing) => (airing.startsAtUs - STARTS_US) / 1_000_000),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function tableOf({ name, encode }: Act): SegmentTable {
  const rungs = [...encode.videos.keys()];
  const [video] = encode.videos.values();
  return {
    ...{ id: name, baseUrl: `/files/${name}/`, rungs },
    video: trackOf(video as MeasuredTrack),
    audio: trackOf(encode.audio),
  };
}

function trackOf(track: MeasuredTrack): TrackTable {
  return { timescale: track.init.timescale, ticks: track.segments.map((segment) => segment.ticks) };
}

function airingsOf(acts: readonly Act[], tables: ReadonlyMap<string, SegmentTable>): Airing[] {
  let [startsAtUs, mediaSequence] = [STARTS_US, 0];
  return acts.map(({ name, firstSegment }, index) => {
    const { video } = tables.get(name)!;
    const segmentCount = video.ticks.length - firstSegment;
    const airing: Airing = {
      kind: "content",
      ...{ contentItemId: name, encodingId: name, captionId: name, blockId: null, programme: null },
      startsAtUs,
      endsAtUs: startsAtUs + stretchUs(video, firstSegment, segmentCount),
      ...{ firstSegment, segmentCount, mediaSequence, discontinuitySequence: index + 1 },
    };
    [startsAtUs, mediaSequence] = [airing.endsAtUs, mediaSequence + segmentCount];
    return airing;
  });
}
