import { spawn } from "node:child_process";

export interface GstPlayback {
  /** Errors that ended the pipeline, and its criticals. */
  errors: string[];
  /** Pictures that came out of the decoder, and when they were seen. */
  pictures: { atMs: number; count: number }[];
  isRunning(): boolean;
  /** Whether it ended by a fault of its own, which the kernel answered with a signal. */
  crashed(): boolean;
  stop(): Promise<void>;
}

/** What a sink says of every picture that reaches it. */
const PICTURE = /last-message = chain/g;

/**
 * Plays an HLS address with GStreamer and throws pictures and sound away as soon as they are decoded. GStreamer 1.22
 * hands what follows a discontinuity on with the time stamps of its own file: a sink that waits for the right moment of
 * each picture waits for ever, so these do not wait, and what is counted are pictures. For the same reason a live source
 * stands beside it: without one the launcher waits for buffers that it has emptied itself.
 */
export function playWithGStreamer(url: string): GstPlayback {
  const player = ["playbin3", "flags=audio+video", `uri=${url}`, "audio-sink=fakesink sync=false"];
  const live = ["audiotestsrc", "is-live=true", "!", "fakesink"];
  const child = spawn("gst-launch-1.0", ["-v", ...player, "video-sink=fakesink sync=false silent=false", ...live], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, GST_DEBUG_NO_COLOR: "1" },
  });
  let running = true;
  let endedBy: NodeJS.Signals | null = null;
  const playback: Pick<GstPlayback, "errors" | "pictures"> = { errors: [], pictures: [] };
  child.stdout.on("data", (chunk: Buffer) => {
    const count = chunk.toString("latin1").match(PICTURE)?.length ?? 0;
    if (count > 0) playback.pictures.push({ atMs: Date.now(), count });
  });
  let line = "";
  child.stderr.on("data", (chunk: Buffer) => {
    const lines = (line + chunk.toString()).split("\n");
    line = lines.pop() ?? "";
    playback.errors.push(...lines.filter((each) => /^ERROR|CRITICAL/.test(each)));
  });
  child.once("error", (error) => playback.errors.push(`gst-launch-1.0: ${error.message}`));
  const ended = new Promise<void>((resolve) =>
    child.once("close", (_, signal) => {
      running = false;
      endedBy = signal;
      resolve();
    }),
  );
  return {
    ...playback,
    isRunning: () => running,
    crashed: () => endedBy !== null,
    stop: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
