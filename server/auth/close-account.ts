import type { Actor } from "@/core/actor";
import type { CloseAccount } from "@/core/auth/account-contract";
import { AppError } from "@/core/errors";
import type { Channel } from "@/generated/prisma/client";
import { recordAudit } from "../audit/record-audit";
import { unpublishChannel } from "../channels/unpublish-channel";
import { db, type Tx } from "../db";
import { TRANSACTION } from "../schedule/transaction";
import { requireBrowser } from "./require-browser";
import { requirePassword } from "./require-password";

/**
 * Closes an account: nobody can sign in to it or use its keys from now on, and its address is free again. Channels are
 * taken off the air first, if that was asked for. Its rows and files go with the sweep, once nothing on air needs them.
 * @param address IP address of the caller
 * @throws auth.browser_required, auth.password_wrong, request.invalid, account.channels_published with `channels`,
 *   rate_limit.exceeded
 */
export async function closeAccount(actor: Actor, input: CloseAccount, address: string): Promise<void> {
  requireBrowser(actor);
  const user = await db.user.findUniqueOrThrow({ where: { id: actor.userId } });
  if (input.email !== user.email) throw wrongEmail();
  if (user.passwordHash !== null) await requirePassword(user, input.password, address);
  const published = await publishedChannels(db, user.id);
  if (published.length > 0 && !input.unpublish) throw stillPublished(published);
  for (const channel of published) await unpublishChannel(actor, channel.id);
  await db.$transaction(async (tx) => {
    // A channel that was published meanwhile is for its owner to decide about.
    const again = await publishedChannels(tx, user.id);
    if (again.length > 0) throw stillPublished(again);
    const target = { kind: "account", id: user.id, name: user.email } as const;
    await recordAudit(tx, actor, { action: "account.closed", target });
    await close(tx, user.id, new Date());
  }, TRANSACTION);
}

async function close(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx.user.update({
    where: { id: userId },
    data: {
      deletedAt: now,
      email: `closed:${userId}`,
      name: "Closed account",
      passwordHash: null,
      emailVerifiedAt: null,
    },
  });
  await tx.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
  await tx.apiKey.updateMany({ where: { ownerId: userId, revokedAt: null }, data: { revokedAt: now } });
  await tx.contentItem.updateMany({
    where: { ownerId: userId, status: { not: "deleted" } },
    data: { status: "deleted", deletedAt: now, ingestId: null, transcodeAttempt: { increment: 1 } },
  });
}

function publishedChannels(tx: Tx, ownerId: string): Promise<Channel[]> {
  return tx.channel.findMany({ where: { ownerId, status: "published" }, orderBy: { name: "asc" } });
}

function wrongEmail(): AppError {
  const message = "must be the e-mail address of this account";
  return new AppError("request.invalid", `\`email\`: ${message}`, {
    issues: [{ path: ["email"], code: "custom", message }],
  });
}

function stillPublished(channels: Channel[]): AppError {
  return new AppError(
    "account.channels_published",
    "Channels of this account are on the air. Take them off first, or ask for it with `unpublish`.",
    { channels: channels.map(({ id, name }) => ({ id, name })) },
  );
}
