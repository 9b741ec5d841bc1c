import type { TrackTable } from "./segment-table";
import { trackSeconds, type VodEncoding } from "./vod-encoding";

/**
 * The DASH manifest (ISO/IEC 23009-1, static, live profile with explicit timelines) of the same files that HLS
 * plays. `baseUrl` is the address of the encoding's folder with a slash at its end; empty beside the files.
 */
export function vodManifest(encoding: VodEncoding, baseUrl = ""): string {
  const seconds = Math.max(trackSeconds(encoding.videoTable), trackSeconds(encoding.audioTable));
  const best = encoding.videos[0]!;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="urn:mpeg:dash:profile:isoff-live:2011" type="static" mediaPresentationDuration="PT${seconds.toFixed(6)}S" minBufferTime="PT4S">`,
    ...(baseUrl ? [`  <BaseURL>${escaped(baseUrl)}</BaseURL>`] : []),
    '  <Period id="0" start="PT0S">',
    `    <AdaptationSet id="0" contentType="video" mimeType="video/mp4" segmentAlignment="true" startWithSAP="1" maxWidth="${best.width}" maxHeight="${best.height}" frameRate="${encoding.frameRate}">`,
    ...template(encoding.videoTable),
    ...encoding.videos.map(
      (video) =>
        `      <Representation id="${video.name}" codecs="${video.codecs}" bandwidth="${video.peakBitrate}" width="${video.width}" height="${video.height}" sar="1:1"/>`,
    ),
    "    </AdaptationSet>",
    '    <AdaptationSet id="1" contentType="audio" mimeType="audio/mp4" segmentAlignment="true" startWithSAP="1">',
    ...template(encoding.audioTable),
    `      <Representation id="audio" codecs="${encoding.audio.codecs}" bandwidth="${encoding.audio.peakBitrate}" audioSamplingRate="${encoding.audioTable.timescale}">`,
    '        <AudioChannelConfiguration schemeIdUri="urn:mpeg:dash:23003:3:audio_channel_configuration:2011" value="2"/>',
    "      </Representation>",
    "    </AdaptationSet>",
    "  </Period>",
    "</MPD>",
    "",
  ].join("\n");
}

function template(table: TrackTable): string[] {
  return [
    `      <SegmentTemplate timescale="${table.timescale}" initialization="$RepresentationID$/init.mp4" media="$RepresentationID$/$Number%05d$.m4s" startNumber="0">`,
    "        <SegmentTimeline>",
    ...runs(table.ticks).map(({ ticks, count }, index) => {
      const start = index === 0 ? ' t="0"' : "";
      return `          <S${start} d="${ticks}"${count > 1 ? ` r="${count - 1}"` : ""}/>`;
    }),
    "        </SegmentTimeline>",
    "      </SegmentTemplate>",
  ];
}

/** Neighbours of equal length together, as a timeline repeats them. */
function runs(ticks: readonly number[]): { ticks: number; count: number }[] {
  const found: { ticks: number; count: number }[] = [];
  for (const length of ticks) {
    const last = found.at(-1);
    if (last?.ticks === length) last.count++;
    else found.push({ ticks: length, count: 1 });
  }
  return found;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
