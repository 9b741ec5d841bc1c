import type { Actor } from "@/core/actor";
import type { Me } from "@/core/auth/contract";
import { notFound } from "@/core/errors";
import { db } from "../db";
import { userView } from "./user-view";

/** The account that asks, and how it proved who it is. */
export async function getMe(actor: Actor): Promise<Me> {
  const row = await db.user.findUnique({ where: { id: actor.userId } });
  if (!row) throw notFound("The account");
  return { user: userView(row), auth: { method: actor.method, ...(actor.scopes && { scopes: [...actor.scopes] }) } };
}
