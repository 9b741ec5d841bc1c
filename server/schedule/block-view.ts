import type { Block } from "@/core/schedule/contract";
import type { Prisma } from "@/generated/prisma/client";
import { contentView, WITH_PICTURES } from "../content/content-view";
import type { Tx } from "../db";

/** What a query of blocks must include for `blockView`. */
export const WITH_CONTENT = { contentItem: { include: WITH_PICTURES } } as const satisfies Prisma.BlockInclude;

type BlockRow = Prisma.BlockGetPayload<{ include: typeof WITH_CONTENT }>;

/** A block as the API shows it. */
export function blockView(row: BlockRow): Block {
  return {
    id: row.id,
    channelId: row.channelId,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    durationSeconds: (row.endsAt.getTime() - row.startsAt.getTime()) / 1000,
    offsetSeconds: row.offsetMs / 1000,
    kind: row.kind,
    content: row.contentItem && { ...contentView(row.contentItem), status: row.contentItem.status },
  };
}

/** Reads one block anew, as the API shows it. */
export async function readBlock(tx: Tx, blockId: string): Promise<Block> {
  return blockView(await tx.block.findUniqueOrThrow({ where: { id: blockId }, include: WITH_CONTENT }));
}
