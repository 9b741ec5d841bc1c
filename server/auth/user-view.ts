import type { User } from "@/core/auth/contract";
import type { Clock, Theme } from "@/core/auth/preferences";
import type { User as UserRow } from "@/generated/prisma/client";

/** An account as its owner sees it. */
export function userView(row: UserRow): User {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    timezone: row.timezone,
    theme: row.theme as Theme,
    clock: row.clock as Clock,
    hasPassword: row.passwordHash !== null,
    isModerator: row.isModerator,
    createdAt: row.createdAt.toISOString(),
  };
}
