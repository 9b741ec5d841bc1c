import {
  AUDIO_CHANNELS,
  RUNG_PROFILES,
  variantAverageBandwidth,
  variantBandwidth,
  variantCodecs,
} from "../transcode/profile";
import type { Rung } from "./segment-table";

/** 720p first: a player that starts with the first variant starts quickly on most networks. */
const ORDER: readonly Rung[] = ["720p", "1080p", "480p", "360p"];
/** The highest of the profile; an item with fewer frames per second is still what the variant promises (§4.3.4.2). */
const FRAME_RATE = "60.000";

/**
 * The HLS master playlist of every channel: fixed by the channel profile, whatever is on air. Addresses are relative,
 * so that it works behind any host and path.
 * @param query carried on to every address, such as `?delay=3600`
 */
export function masterPlaylist(query = ""): string {
  const lines = [
    "#EXTM3U",
    "#EXT-X-VERSION:7",
    "#EXT-X-INDEPENDENT-SEGMENTS",
    `#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="Audio",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="${AUDIO_CHANNELS}",URI="audio.m3u8${query}"`,
    `#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",NAME="Captions",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI="captions.m3u8${query}"`,
  ];
  for (const rung of ORDER) {
    const { boxWidth, boxHeight } = RUNG_PROFILES[rung];
    lines.push(
      `#EXT-X-STREAM-INF:BANDWIDTH=${variantBandwidth(rung)},AVERAGE-BANDWIDTH=${variantAverageBandwidth(rung)},CODECS="${variantCodecs(rung)}",RESOLUTION=${boxWidth}x${boxHeight},FRAME-RATE=${FRAME_RATE},AUDIO="audio",SUBTITLES="captions",CLOSED-CAPTIONS=NONE`,
      `${rung}.m3u8${query}`,
    );
  }
  return `${lines.join("\n")}\n`;
}
