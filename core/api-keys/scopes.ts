import { z } from "zod";

/** What an API key may be allowed to do. Sessions are not restricted by scope. */
export const SCOPES = [
  "content:read",
  "content:write",
  "schedule:read",
  "schedule:write",
  "channel:read",
  "channel:write",
  "analytics:read",
  "moderation:read",
  "moderation:write",
] as const;

export const Scope = z.enum(SCOPES);
export type Scope = z.infer<typeof Scope>;
