import type { Actor } from "@/core/actor";
import type { StudioImport, StudioImportReply } from "@/core/import/studio-contract";
import { recordImports } from "./record-imports";

/** Records each asset and says of each whether it was taken; the reasons of a refused one stand beside it. */
export async function importFromStudio(actor: Actor, { assets }: StudioImport): Promise<StudioImportReply> {
  const outcomes = await recordImports(
    actor.userId,
    assets.map(({ url, externalUrl, ...about }) => ({
      ...about,
      source: url === undefined ? { kind: "external", url: externalUrl ?? "" } : { kind: "url", url },
    })),
  );
  const accepted = outcomes.filter(({ status }) => status === "accepted").length;
  return {
    results: outcomes.map((outcome) =>
      outcome.status === "accepted"
        ? outcome
        : { status: "failed", error: { code: outcome.error.code, message: outcome.error.message } },
    ),
    accepted,
    failed: outcomes.length - accepted,
  };
}
