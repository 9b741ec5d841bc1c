/** What the probe knows of a source. Times are seconds on the source's own clock. */
export interface Source {
  /** Names of the demuxer, such as `mov,mp4,m4a,3gp,3g2,mj2`. */
  container: string;
  /** Earliest presentation time: ffmpeg takes this moment as zero. */
  startSeconds: number;
  /** What the header claims; null where it claims nothing. */
  durationSeconds: number | null;
  video: VideoTrack | null;
  audio: AudioTrack | null;
  /** Index of an attached picture, such as an album cover. */
  coverArt: number | null;
}

export interface VideoTrack {
  /** Index of the stream in the file. */
  index: number;
  codec: string;
  /** Size of the stored picture, before sample aspect and rotation. */
  width: number;
  height: number;
  /** Width of a sample over its height. */
  sampleAspect: number;
  /** Clockwise quarter turns that the player must make, in degrees. */
  rotation: 0 | 90 | 180 | 270;
  /** Average frames per second; null when the file does not tell. */
  framesPerSecond: number | null;
  /** Frames that the header promises; null where it does not say. */
  statedFrames: number | null;
  pixelFormat: string;
  /** `unknown` means that frames are looked at one by one. */
  scan: "progressive" | "interlaced" | "unknown";
  transfer: string | null;
  primaries: string | null;
  matrix: string | null;
}

export interface AudioTrack {
  index: number;
  codec: string;
  channels: number;
  sampleRate: number;
}

/** Where the tracks that play begin and end, found by reading every packet. Seconds on the source's clock. */
export interface SourceExtent {
  videoStartSeconds: number | null;
  videoEndSeconds: number | null;
  videoFrames: number;
  audioEndSeconds: number | null;
  /** End of the last packet of any track, those that do not play included. */
  endSeconds: number;
}

/** Width and height as the viewer sees them: square samples, turned upright. */
export function displaySize(video: VideoTrack): { width: number; height: number } {
  const width = video.width * video.sampleAspect;
  return video.rotation % 180 === 0 ? { width, height: video.height } : { width: video.height, height: width };
}

/** HDR is what a PQ or HLG transfer function says; bit depth alone says nothing. */
export function isHdr(video: VideoTrack): boolean {
  return video.transfer === "smpte2084" || video.transfer === "arib-std-b67";
}
