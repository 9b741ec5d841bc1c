import { db } from "../db";

/** Whether anybody has an account on this installation. */
export async function hasAccounts(): Promise<boolean> {
  return (await db.user.findFirst({ select: { id: true } })) !== null;
}
