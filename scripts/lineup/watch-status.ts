import { listContent } from "@/generated/client/sdk.gen";
import { command } from "./command";
import { EXIT, Failure, usage } from "./failure";
import type { Session } from "./session";
import { settledText, untilSettled } from "./until-settled";

const UNDER_WAY = ["pending_transcode", "transcoding"] as const;
const PER_PAGE = 100;

export const watchStatus = command({
  name: "watch-status",
  operands: "[ITEM…]",
  count: [0, 1000],
  summary: "Wait until items are ready; without ids, all that are being worked on",
  options: {
    timeout: { type: "string", value: "SECONDS", about: "Give up after so long; else never" },
  },
  run: async (named, { timeout }, session) => {
    const limit = timeout === undefined ? undefined : Number(timeout);
    if (limit !== undefined && !(limit > 0)) throw usage("--timeout is a number of seconds.");
    const ids = named.length > 0 ? [...new Set(named)] : await underWay(session);
    if (ids.length === 0) return { text: "Nothing is being worked on.", json: { items: [] } };
    const deadlineMs = limit === undefined ? Number.POSITIVE_INFINITY : session.now() + limit * 1000;
    const items = await untilSettled(ids, { ...session, sleep: sleepUntil(deadlineMs, session) });
    return { text: settledText(items), json: { items }, failed: items.some(({ status }) => status !== "ready") };
  },
});

function sleepUntil(deadlineMs: number, { now, sleep }: Session): Session["sleep"] {
  return (ms) => {
    if (now() + ms > deadlineMs)
      throw new Failure(EXIT.refused, "command.timeout", "The items were not ready in the time given.");
    return sleep(ms);
  };
}

async function underWay({ client }: Session): Promise<string[]> {
  const ids: string[] = [];
  for (const status of UNDER_WAY) {
    const { data } = await listContent({ client, query: { status, per_page: PER_PAGE }, throwOnError: true });
    ids.push(...data.items.map(({ id }) => id));
  }
  return ids;
}
