/**
 * The best single ffmpeg command that we know for the same ladder from a 1080p source: one decode, cascaded scaling,
 * four x264 encoders and one AAC encoder, fMP4 segments. It measures nothing, verifies nothing and makes no pictures.
 * `encoding` goes to the four x264 encoders.
 */
export function singleCommand(
  source: string,
  folder: string,
  { fps, seconds, encoding = [] }: { fps: number; seconds: number; encoding?: string[] },
): string[] {
  const gop = String(fps * 2);
  const fit = "scale=1920:1080:force_original_aspect_ratio=decrease:force_divisible_by=2,pad=1920:1080:-1:-1";
  const graph = [
    `[0:V:0]bwdif=mode=send_frame:deint=interlaced,fps=${fps}:start_time=0,${fit},setsar=1,format=yuv420p,split=2[v1][t2]`,
    "[t2]scale=1280:720,split=2[v2][t3]",
    "[t3]scale=854:480,setsar=1,split=2[v3][t4]",
    "[t4]scale=640:360[v4]",
    "[0:a:0]aresample=48000:async=1:first_pts=0,aformat=channel_layouts=stereo,atrim=start_sample=1024,asetpts=N/SR/TB,apad[a]",
  ];
  return [
    ...["-hide_banner", "-nostdin", "-loglevel", "error", "-y", "-i", source, "-filter_complex", graph.join(";")],
    ...["-map", "[v1]", "-map", "[v2]", "-map", "[v3]", "-map", "[v4]", "-map", "[a]", "-t", String(seconds)],
    ...["-c:v", "libx264", "-preset", "veryfast", "-profile:v", "high", "-g", gop, "-keyint_min", gop],
    ...["-sc_threshold", "0", "-crf", "23", ...encoding],
    ...["-maxrate:v:0", "5000k", "-bufsize:v:0", "10000k", "-maxrate:v:1", "2800k", "-bufsize:v:1", "5600k"],
    ...["-maxrate:v:2", "1400k", "-bufsize:v:2", "2800k", "-maxrate:v:3", "800k", "-bufsize:v:3", "1600k"],
    ...["-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709", "-map_metadata", "-1"],
    ...["-c:a", "aac", "-b:a", "128k", "-f", "hls", "-hls_time", "4", "-hls_playlist_type", "vod"],
    ...["-hls_segment_type", "fmp4", "-hls_flags", "independent_segments", "-hls_segment_options", "movflags=+cmaf"],
    ...["-master_pl_name", "master.m3u8", "-var_stream_map"],
    "v:0,agroup:a,name:1080 v:1,agroup:a,name:720 v:2,agroup:a,name:480 v:3,agroup:a,name:360 a:0,agroup:a,name:audio",
    ...["-hls_fmp4_init_filename", "init.mp4", "-hls_segment_filename", `${folder}/%v/s_%05d.m4s`],
    `${folder}/%v/p.m3u8`,
  ];
}
