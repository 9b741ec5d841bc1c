import { headers } from "next/headers";
import { cache } from "react";
import type { Clock, Theme } from "@/core/auth/preferences";
import { AppError } from "@/core/errors";
import { db } from "../db";
import { authenticate } from "../http/authenticate";
import { userView } from "./user-view";

/** Who looks at a page: what the Studio's frame shows of them. */
export interface CurrentUser {
  id: string;
  email: string;
  name: string;
  timezone: string;
  theme: Theme;
  clock: Clock;
  hasPassword: boolean;
  isModerator: boolean;
}

/** The creator whose session cookie came with the page being rendered, or null. Asked once per request. */
export const currentUser = cache(async (): Promise<CurrentUser | null> => {
  const sent = new Headers(await headers());
  if (!sent.has("cookie")) return null;
  sent.delete("authorization"); // pages are for people; keys are for the API
  const actor = await authenticate(new Request("http://localhost", { headers: sent })).catch((thrown) => {
    if (thrown instanceof AppError && thrown.code === "auth.unauthenticated") return null;
    throw thrown;
  });
  if (!actor) return null;
  const row = await db.user.findUnique({ where: { id: actor.userId } });
  return row && userView(row);
});
