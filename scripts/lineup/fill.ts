import { setTimeout as wait } from "node:timers/promises";
import { fillSchedule, getJob } from "@/generated/client/sdk.gen";
import type { Job } from "@/generated/client/types.gen";
import { command } from "./command";
import { EXIT, Failure, usage } from "./failure";
import { findChannel } from "./find-channel";
import { readWindow, required } from "./schedule";
import type { Session } from "./session";
import { lengthText, plural } from "./text-of";

const POLL_MS = 500;
const STRATEGIES = ["shuffle", "sequential", "least_recent"] as const;

export const fill = command({
  name: "fill",
  summary: "Fill the gaps of a window from the library, and wait until that is done",
  options: {
    channel: { type: "string", value: "CHANNEL", about: "Id, slug or name of the channel" },
    from: { type: "string", value: "TIME", about: "Start of the window; else now" },
    to: { type: "string", value: "TIME", about: "End of the window; else 24 hours later" },
    strategy: { type: "string", value: "NAME", about: `One of ${STRATEGIES.join(", ")}; else shuffle` },
    item: { type: "string", multiple: true, value: "ID", about: "Only from these items" },
    tag: { type: "string", multiple: true, value: "TAG", about: "Only items with these tags" },
    "dry-run": { type: "boolean", about: "Say what would be placed, and place nothing" },
  },
  run: async (
    _,
    { channel: word, from = "now", to, strategy: named = "shuffle", item, tag, "dry-run": dryRun },
    session,
  ) => {
    const strategy = STRATEGIES.find((each) => each === named);
    if (!strategy) throw usage(`--strategy is one of ${STRATEGIES.join(", ")}.`);
    const window = readWindow(from, to, session.now());
    const channel = await findChannel(required("channel", word), session);
    const body = {
      channelId: channel.id,
      ...window,
      strategy,
      ...(item && { contentItemIds: item }),
      ...(tag && { tags: tag }),
      ...(dryRun && { dryRun }),
    };
    const { data } = await fillSchedule({ client: session.client, body, throwOnError: true });
    const job = await untilOver(data.jobId, `Filling ${channel.name}`, session);
    return { text: fillText(job.result ?? {}, dryRun === true), json: job };
  },
});

/** @throws Failure when the job failed */
async function untilOver(id: string, name: string, { client, progress, signal }: Session): Promise<Job> {
  for (;;) {
    const { data: job } = await getJob({ client, path: { id }, throwOnError: true });
    if (job.status === "done") {
      progress.settle(name, `${name}: done`);
      return job;
    }
    if (job.status === "failed") {
      const { code, message } = job.error ?? { code: "server.error", message: "The job failed." };
      throw new Failure(EXIT.refused, code, message, { jobId: id });
    }
    progress.show({ name, done: job.progressPercent, total: 100, note: job.status });
    await wait(POLL_MS, undefined, { signal });
  }
}

/** What a fill did, from the result of its job. */
export function fillText({ placed, remainingGapSeconds }: Record<string, unknown>, dryRun: boolean): string {
  const blocks = plural(Number(placed ?? 0), "block");
  const left = Number(remainingGapSeconds ?? 0);
  const rest = left > 0 ? `${lengthText(left)} without a programme ${dryRun ? "would be " : ""}left` : "no gap left";
  return `${dryRun ? "Would place" : "Placed"} ${blocks}; ${rest}.`;
}
