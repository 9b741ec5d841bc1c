import { expect, test } from "vitest";
import type { VodEncoding } from "./vod-encoding";
import { vodManifest } from "./vod-manifest";
import { vodMaster } from "./vod-master";
import { vodPlaylist } from "./vod-playlist";

const vod: VodEncoding = {
  frameRate: "30000/1001",
  videoTable: { timescale: 30_000, ticks: [120_120, 120_120, 45_045] },
  audioTable: { timescale: 48_000, ticks: [192_512, 192_512, 71_680] },
  videos: [
    { name: "360p", width: 640, height: 360, codecs: "avc1.64001f", averageBitrate: 500_000, peakBitrate: 700_000 },
  ],
  audio: { codecs: "mp4a.40.2", averageBitrate: 128_000, peakBitrate: 131_000 },
};

test("a VOD playlist lists every segment with its measured length", () => {
  expect(vodPlaylist(vod.videoTable)).toBe(
    [
      ...["#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-TARGETDURATION:5", "#EXT-X-MEDIA-SEQUENCE:0"],
      ...["#EXT-X-PLAYLIST-TYPE:VOD", "#EXT-X-INDEPENDENT-SEGMENTS", '#EXT-X-MAP:URI="init.mp4"'],
      ...["#EXTINF:4.004000,", "00000.m4s", "#EXTINF:4.004000,", "00001.m4s", "#EXTINF:1.501500,", "00002.m4s"],
      ...["#EXT-X-ENDLIST", ""],
    ].join("\n"),
  );
});

test("the master playlist declares measured rates of pictures and sound together", () => {
  const master = vodMaster(vod, "https://cdn.example/media/a/b/");
  expect(master).toContain(
    'BANDWIDTH=831000,AVERAGE-BANDWIDTH=628000,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=640x360,FRAME-RATE=29.970,VIDEO-RANGE=SDR,AUDIO="audio"\nhttps://cdn.example/media/a/b/360p/playlist.m3u8\n',
  );
  expect(master).toContain('URI="https://cdn.example/media/a/b/audio/playlist.m3u8"');
});

test("the DASH manifest describes the same files", () => {
  const manifest = vodManifest(vod, "/media/a&b/");
  expect(manifest).toContain("<BaseURL>/media/a&amp;b/</BaseURL>");
  expect(manifest).toContain('mediaPresentationDuration="PT9.514667S"');
  expect(manifest).toContain('<S t="0" d="120120" r="1"/>\n          <S d="45045"/>');
  expect(manifest).toContain('media="$RepresentationID$/$Number%05d$.m4s" startNumber="0"');
});
