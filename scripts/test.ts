import { prepareApiClient } from "./prepare/artifacts";
import { requireGStreamer } from "./prepare/gstreamer";
import { findProgram, requirePrograms } from "./prepare/programs";
import { sentenceFor } from "./refusal";
import { audit } from "./testing/audit-stage";
import { playwrightStage } from "./testing/playwright-stage";
import { runStages } from "./testing/run-stages";
import { api, arrows, build, integration, lint, types, unit } from "./testing/stages";

const say = (line: string) => process.stderr.write(`${line}\n`);

/** `npm test`: everything, on a bare clone, with the programs it needs. */
async function main(): Promise<void> {
  const chromium = process.env.CHROMIUM_PATH || (await findProgram("google-chrome")) || "chromium";
  try {
    const programs = await requirePrograms(
      [
        { program: "redis-server", packageName: "redis-server" },
        { program: "ffmpeg", packageName: "ffmpeg" },
        { program: "ffprobe", packageName: "ffmpeg" },
        { program: "yt-dlp", packageName: "yt-dlp" },
        { program: chromium, packageName: "chromium" },
        { program: "xmllint", packageName: "libxml2-utils" },
        { program: "tv_validate_file", packageName: "xmltv-util" },
      ],
      say,
    );
    await requireGStreamer(say);
    await prepareApiClient(say);
    const journeys = playwrightStage(programs.get(chromium)!, 40 * 60_000);
    await runStages([lint, arrows, types, audit, api, unit, integration, build, journeys]);
  } catch (error) {
    say(sentenceFor(error, process.cwd()));
    process.stdout.write("0 passed, 1 failed\n");
    process.exit(1);
  }
}

await main();
