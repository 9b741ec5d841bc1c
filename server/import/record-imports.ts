import { v7 as uuidv7 } from "uuid";
import type { ContentItem } from "@/core/content/contract";
import { searchTitle } from "@/core/content/search-title";
import { AppError } from "@/core/errors";
import type { ImportJobInput } from "@/core/import/job-input";
import { fileNameOfUrl, titleOfUrl } from "@/core/import/name-of-url";
import type { Prisma } from "@/generated/prisma/client";
import { addMembers, type Groups, groupKey, groupsOf, type Member } from "../content-groups/static-groups";
import { db, type Tx } from "../db";
import { judgeUrl } from "../outbound/judge-url";
import { enqueueImports } from "./enqueue-imports";

/** An item that somebody wants to bring in from elsewhere. */
export interface WantedImport {
  source: { kind: "url" | "external"; url: string };
  posterUrl?: string;
  title?: string;
  type: ContentItem["type"];
  description: string;
  genres: string[];
  tags: string[];
  productionYear: number | null;
  contentGroups: string[];
}

export type ImportOutcome =
  | { status: "accepted"; contentItemId: string; jobId: string; warnings: string[] }
  | { status: "failed"; error: AppError };

interface Planned {
  item: Prisma.ContentItemCreateManyInput & { id: string };
  job: { id: string; input: ImportJobInput; warnings: string[] };
  groups: string[];
}

/**
 * Records items with the jobs that will bring them in, all in one transaction, and enqueues the jobs. Nothing is
 * fetched here: an address is judged by its spelling only, and one that is refused leaves nothing behind.
 * @returns one outcome for each wish, in the same order
 */
export async function recordImports(ownerId: string, wanted: readonly WantedImport[]): Promise<ImportOutcome[]> {
  const batchId = uuidv7();
  const plans = wanted.map((wish) => plan(ownerId, wish));
  const accepted = plans.filter((planned): planned is Planned => !(planned instanceof AppError));
  if (accepted.length > 0) await db.$transaction((tx) => insert(tx, ownerId, batchId, accepted));
  await enqueueImports(accepted.map(({ job }) => job.id));
  return plans.map((planned) =>
    planned instanceof AppError
      ? { status: "failed", error: planned }
      : { status: "accepted", contentItemId: planned.item.id, jobId: planned.job.id, warnings: planned.job.warnings },
  );
}

function plan(ownerId: string, wish: WantedImport): Planned | AppError {
  try {
    const url = judgeUrl(wish.source.url);
    const warnings: string[] = [];
    const posterUrl = posterOf(wish.posterUrl, warnings);
    const title = wish.title ?? titleOfUrl(url);
    return {
      item: {
        id: uuidv7(),
        ownerId,
        title,
        searchTitle: searchTitle(title),
        description: wish.description,
        type: wish.type,
        genres: wish.genres,
        tags: wish.tags,
        productionYear: wish.productionYear,
        sourceKind: wish.source.kind,
        sourceUrl: url.href,
        filename: fileNameOfUrl(url),
        contentType: "application/octet-stream",
        sizeBytes: 0,
      },
      job: {
        id: uuidv7(),
        input: {
          source: { kind: wish.source.kind, url: url.href },
          posterUrl,
          titleFromSource: wish.title === undefined,
        },
        warnings,
      },
      groups: wish.contentGroups,
    };
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
}

/** A poster that cannot be had is no reason to leave the programme out. */
function posterOf(text: string | undefined, warnings: string[]): string | null {
  if (text === undefined) return null;
  try {
    return judgeUrl(text).href;
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    warnings.push(`The poster was left out: ${thrown.message}`);
    return null;
  }
}

async function insert(tx: Tx, ownerId: string, batchId: string, plans: Planned[]): Promise<void> {
  await tx.contentItem.createMany({ data: plans.map(({ item }) => item) });
  if (plans.some(({ groups }) => groups.length > 0)) await joinGroups(tx, await groupsOf(tx, ownerId), plans);
  await tx.job.createMany({
    data: plans.map(({ item, job }) => ({ ...job, ownerId, kind: "import", contentItemId: item.id, batchId })),
  });
}

/** Adds the items to the groups that they name; what cannot be done is a warning of the job. */
async function joinGroups(tx: Tx, groups: Groups, plans: Planned[]): Promise<void> {
  const members: Member[] = [];
  for (const { item, job, groups: names } of plans) {
    for (const [key, name] of new Map(names.map((name) => [groupKey(name), name]))) {
      const group = groups.get(key);
      if (group?.kind === "static") members.push({ item_id: item.id, group_id: group.id });
      else if (!group) job.warnings.push(`There is no content group “${name}”.`);
      else job.warnings.push(`The content group “${name}” finds its items by rules; nothing was added to it.`);
    }
  }
  await addMembers(tx, members);
}
