import type { Session } from "@/core/auth/account-contract";
import { deviceWords } from "@/core/auth/device-words";
import type { Session as SessionRow } from "@/generated/prisma/client";

/** What a session is called where people read it. */
export function sessionName({ name, userAgent }: Pick<SessionRow, "name" | "userAgent">): string {
  return name || deviceWords(userAgent);
}

export function sessionView(row: SessionRow, currentId: string | undefined): Session {
  return {
    id: row.id,
    kind: row.kind,
    device: sessionName(row),
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    isCurrent: row.id === currentId,
  };
}
