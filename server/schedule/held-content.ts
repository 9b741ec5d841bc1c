import type { Actor } from "@/core/actor";
import { rightsOf } from "@/core/content/rights";
import { notFound } from "@/core/errors";
import type { Tx } from "../db";
import { type Placeable, readyContent } from "./ready-content";

/** Looks content up for many blocks at once: each item is read, and held, once. */
export interface HeldContent {
  /** For content that is to be placed. @throws as `readyContent` */
  ready(contentItemId: string): Promise<Placeable>;
  /** For content that stays where it is: it only lends its length and its rights, ready or not. */
  standing(contentItemId: string): Promise<Placeable>;
}

export function heldContent(tx: Tx, actor: Actor): HeldContent {
  const once = (read: (id: string) => Promise<Placeable>) => {
    const found = new Map<string, Promise<Placeable>>();
    return (id: string) => {
      const before = found.get(id);
      if (before) return before;
      const reading = read(id);
      found.set(id, reading);
      return reading;
    };
  };
  return {
    ready: once((id) => readyContent(tx, actor, id)),
    standing: once(async (id) => {
      const item = await tx.contentItem.findFirst({ where: { id, ownerId: actor.userId } });
      if (!item) throw notFound("The content item");
      return { id: item.id, durationMs: item.durationMs ?? 0, ...rightsOf(item) };
    }),
  };
}
