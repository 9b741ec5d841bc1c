import { Refusal } from "../refusal";
import { findProgram, installPackages } from "./programs";
import { runStep } from "./run-step";

/** What plays a channel, and the Debian packages that bring it. */
const ELEMENTS = ["playbin3", "hlsdemux2", "souphttpsrc", "qtdemux", "avdec_h264", "avdec_aac", "fakesink"];
const PACKAGES = [
  "gstreamer1.0-tools",
  "gstreamer1.0-plugins-base",
  "gstreamer1.0-plugins-good",
  "gstreamer1.0-plugins-bad",
  "gstreamer1.0-libav",
];

/** Sees to it that GStreamer and the plug-ins for HLS are there, as `requirePrograms` does for programs. */
export async function requireGStreamer(say: (line: string) => void): Promise<void> {
  if ((await absentElements()).length === 0) return;
  await installPackages(PACKAGES, say);
  const still = await absentElements();
  if (still.length > 0) throw new Refusal(`GStreamer has no ${still.join(" and no ")} after its installation.`);
}

async function absentElements(): Promise<string[]> {
  const inspect = await findProgram("gst-inspect-1.0");
  if (!inspect || !(await findProgram("gst-launch-1.0"))) return ELEMENTS;
  const found = await Promise.all(ELEMENTS.map((element) => runStep(inspect, ["--exists", element])));
  return ELEMENTS.filter((_, index) => !found[index]?.ok);
}
