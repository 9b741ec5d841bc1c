import { importContent } from "@/generated/client/sdk.gen";
import { command } from "./command";
import { usage } from "./failure";
import { plural } from "./text-of";
import { settledText, untilSettled } from "./until-settled";

/** How many the server takes at a time. */
const BATCH = 50;

export const importUrls = command({
  name: "import",
  operands: "URL…",
  count: [1, 1000],
  summary: "Import files, pages or playlists by their address",
  options: {
    link: { type: "boolean", about: "Link the HLS or DASH manifest where it lies instead of copying" },
    title: { type: "string", value: "TEXT", about: "Title, for a single address" },
    tag: { type: "string", multiple: true, value: "TAG", about: "Tag of the items" },
    wait: { type: "boolean", about: "Wait until the items are ready" },
  },
  run: async (urls, { link, title, tag, wait }, session) => {
    if (title !== undefined && urls.length > 1) throw usage("--title is for a single address.");
    const results: Outcome[] = [];
    for (let at = 0; at < urls.length; at += BATCH) {
      const assets = urls.slice(at, at + BATCH).map((url) => ({
        ...(link ? { externalUrl: url } : { url }),
        ...(title && { title }),
        ...(tag && { tags: tag }),
      }));
      const { data } = await importContent({ client: session.client, body: { assets }, throwOnError: true });
      results.push(...data.results.map((result, index) => ({ url: urls[at + index]!, ...result })));
    }
    const refused = results.filter((each) => each.status === "failed");
    const ids = results.flatMap((each) => (each.status === "accepted" ? [each.contentItemId] : []));
    const text = results.map(outcomeText).join("\n");
    if (!wait)
      return {
        text: `${text}\n${plural(ids.length, "item")} on the way.`,
        json: { results },
        failed: refused.length > 0,
      };
    if (ids.length > 0) session.say(text);
    const items = await untilSettled(ids, session);
    const failed = refused.length > 0 || items.some(({ status }) => status !== "ready");
    return { text: ids.length > 0 ? settledText(items) : text, json: { results, items }, failed };
  },
});

type Outcome = { url: string } & (
  | { status: "accepted"; contentItemId: string; jobId: string; warnings: string[] }
  | { status: "failed"; error: { code: string; message: string } }
);

function outcomeText(outcome: Outcome): string {
  if (outcome.status === "failed") return `${outcome.url}: refused, ${outcome.error.message}`;
  const warnings = outcome.warnings.map((warning) => `\n  ${warning}`).join("");
  return `${outcome.url}: item ${outcome.contentItemId}${warnings}`;
}
