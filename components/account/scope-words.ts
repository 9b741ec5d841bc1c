import type { Scope } from "@/core/api-keys/scopes";

/** What each scope allows, in a creator's words. */
export const SCOPE_WORDS: Record<Scope, string> = {
  "content:read": "See the library",
  "content:write": "Upload, change and delete items",
  "schedule:read": "See schedules",
  "schedule:write": "Place, move and remove programmes",
  "channel:read": "See channels",
  "channel:write": "Create, change and publish channels",
  "analytics:read": "See figures",
};

export const LIFETIMES = [
  { days: 30, label: "30 days" },
  { days: 90, label: "90 days" },
  { days: 365, label: "1 year" },
  { days: null, label: "Does not expire" },
] as const;
