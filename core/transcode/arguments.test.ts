import { expect, test } from "vitest";
import { encodeArguments, HOSTILE_INPUT, probeArguments } from "./arguments";
import type { EncodePlan } from "./plan";
import type { Source } from "./source";

const source: Source = {
  container: "mov,mp4,m4a,3gp,3g2,mj2",
  startSeconds: 0,
  durationSeconds: 10,
  coverArt: null,
  video: {
    index: 0,
    codec: "h264",
    width: 1280,
    height: 720,
    sampleAspect: 1,
    rotation: 0,
    framesPerSecond: 29.97,
    statedFrames: null,
    pixelFormat: "yuv420p",
    scan: "progressive",
    transfer: null,
    primaries: null,
    matrix: "bt709",
  },
  audio: { index: 1, codec: "aac", channels: 2, sampleRate: 48_000 },
};
const plan: EncodePlan = {
  frameRate: { numerator: 30_000, denominator: 1001 },
  zeroSeconds: 0,
  rungs: [
    { name: "720p", width: 1280, height: 720 },
    { name: "480p", width: 854, height: 480 },
  ],
  frames: 300,
  spareFrames: 15,
  audioFrames: 469,
  segments: 2,
  durationSeconds: 10.01,
};
const request = {
  source,
  plan,
  correction: { gainDb: -7, limit: false },
  file: "/in/a.mp4",
  card: null,
  folder: "/out",
};

const segments = (name: string) => [
  ...["-f", "hls", "-hls_time", "4.004000", "-hls_list_size", "0"],
  ...["-hls_segment_type", "fmp4", "-hls_fmp4_init_filename", "init.mp4"],
  ...["-hls_segment_options", "movflags=+cmaf+skip_sidx:video_track_timescale=120000"],
  ...["-hls_segment_filename", `/out/${name}/%05d.m4s`, `/out/${name}/ffmpeg.m3u8`],
];
const video = (index: number, level: string, rate: string) => [
  ...["-map", `[v${index}]`, "-map_metadata", "-1", "-vsync", "passthrough"],
  ...["-c:v", "libx264", "-preset", "veryfast", "-profile:v", "high", "-level:v", level, "-bf", "0"],
  ...["-crf", "23", "-maxrate", rate, "-bufsize", rate, "-g", "60", "-keyint_min", "60", "-sc_threshold", "0"],
  ...["-x264-params", "repeat-headers=1"],
  ...["-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709", "-color_range", "tv"],
];

test("the encode is one run that decodes once and writes every rendition", () => {
  const graph = [
    "[0:0]fps=30000/1001:start_time=0,tpad=stop_mode=clone:stop=15,trim=end_frame=300,scale=1280:720:in_color_matrix=bt709:out_color_matrix=bt709:out_range=tv,format=yuv420p,setsar=1,split=2[v0][below1]",
    "[below1]scale=854:480,setsar=1[v1]",
    "[0:1]aresample=48000:async=1:first_pts=0,aformat=sample_fmts=fltp:channel_layouts=stereo,atrim=start_sample=1024,asetpts=N/SR/TB,volume=-7dB,apad,atrim=end_sample=479232[a]",
  ].join(";");
  expect(encodeArguments(request)).toEqual([
    ...["-hide_banner", "-nostdin", "-y", "-loglevel", "warning"],
    ...["-progress", "pipe:1", "-stats_period", "1", "-nostats"],
    ...HOSTILE_INPUT,
    ...["-sn", "-dn", "-i", "file:/in/a.mp4", "-filter_complex", graph],
    ...[...video(0, "3.2", "2800000"), ...segments("720p")],
    ...[...video(1, "3.1", "1400000"), ...segments("480p")],
    ...["-map", "[a]", "-map_metadata", "-1", "-c:a", "aac", "-profile:a", "aac_low", "-b:a", "128000"],
    ...["-ar", "48000", "-ac", "2", ...segments("audio")],
  ]);
});

test("HDR is tone-mapped, unknown scan is looked at frame by frame, missing sound is silence", () => {
  const hdr = {
    ...source.video!,
    transfer: "smpte2084",
    matrix: "bt2020nc",
    primaries: "bt2020",
    scan: "unknown" as const,
  };
  const graph = encodeArguments({ ...request, source: { ...source, video: hdr, audio: null } }).find((argument) =>
    argument.includes("anullsrc"),
  );
  expect(graph).toContain("[0:0]bwdif=mode=send_frame:deint=interlaced,fps=");
  expect(graph).toContain(
    "zscale=tin=smpte2084:min=bt2020nc:pin=bt2020:t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap",
  );
  expect(graph).toContain("anullsrc=r=48000:cl=stereo,atrim=end_sample=479232[a]");
});

test("every read of a creator's file is fenced, and demuxers that open other files are absent", () => {
  expect(probeArguments("/in/a.mp4")).toEqual(expect.arrayContaining([...HOSTILE_INPUT]));
  const demuxers = HOSTILE_INPUT[HOSTILE_INPUT.indexOf("-format_whitelist") + 1]!.split(",");
  for (const name of ["hls", "dash", "concat", "sdp", "image2", "lavfi", "tty", "rtsp", "imf"]) {
    expect(demuxers).not.toContain(name);
  }
  expect(HOSTILE_INPUT.slice(0, 2)).toEqual(["-protocol_whitelist", "file,pipe"]);
});
