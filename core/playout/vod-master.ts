import type { VodCaption, VodEncoding } from "./vod-encoding";

/**
 * The multivariant playlist of one encoding, with its measured bit rates. `baseUrl` stands before every address:
 * empty beside the files, else the address of the encoding's folder with a slash at its end.
 */
export function vodMaster(encoding: VodEncoding, baseUrl = ""): string {
  const { audio, captions = [] } = encoding;
  const variants = encoding.videos.map((video) => {
    const attributes = [
      `BANDWIDTH=${video.peakBitrate + audio.peakBitrate}`,
      `AVERAGE-BANDWIDTH=${video.averageBitrate + audio.averageBitrate}`,
      `CODECS="${video.codecs},${audio.codecs}"`,
      `RESOLUTION=${video.width}x${video.height}`,
      `FRAME-RATE=${decimalFrameRate(encoding.frameRate)}`,
      "VIDEO-RANGE=SDR",
      'AUDIO="audio"',
      ...(captions.length > 0 ? ['SUBTITLES="captions"'] : []),
    ];
    return `#EXT-X-STREAM-INF:${attributes.join(",")}\n${baseUrl}${video.name}/playlist.m3u8\n`;
  });
  return [
    "#EXTM3U\n",
    "#EXT-X-VERSION:7\n",
    "#EXT-X-INDEPENDENT-SEGMENTS\n",
    `#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="Audio",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2",URI="${baseUrl}audio/playlist.m3u8"\n`,
    ...captions.map(captionMedia),
    ...variants,
  ].join("");
}

/** Names of a group must differ (RFC 8216 §4.3.4.1.1), so a label that comes again is numbered. */
function captionMedia({ language, label, isDefault, uri }: VodCaption, index: number, all: readonly VodCaption[]) {
  const plain = label.replace(/["\r\n]/g, " ");
  const before = all.slice(0, index).filter((other) => other.label === label).length;
  const name = before === 0 ? plain : `${plain} ${before + 1}`;
  return `#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",NAME="${name}",LANGUAGE="${language}",DEFAULT=${isDefault ? "YES" : "NO"},AUTOSELECT=YES,URI="${uri}"\n`;
}

/** Three decimals, as RFC 8216 §4.3.4.2 asks. */
function decimalFrameRate(fraction: string): string {
  const [numerator, denominator] = fraction.split("/").map(Number);
  return (numerator! / (denominator ?? 1)).toFixed(3);
}
