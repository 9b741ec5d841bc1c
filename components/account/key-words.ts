import type { ApiKey, CreatedApiKey } from "@/core/api-keys/contract";
import type { Scope } from "@/core/api-keys/scopes";

interface ScopeGroup {
  title: string;
  scopes: readonly { scope: Scope; label: string; allows: string }[];
}

/** What a key may be allowed to do, part by part, in a creator's words. */
const CREATORS: readonly ScopeGroup[] = [
  {
    title: "Library",
    scopes: [
      { scope: "content:read", label: "See", allows: "Items, groups and series, how far they are, and jobs" },
      {
        scope: "content:write",
        label: "Change",
        allows: "Upload, import, edit and delete items, captions and artwork",
      },
    ],
  },
  {
    title: "Schedule",
    scopes: [
      { scope: "schedule:read", label: "See", allows: "What is planned, its gaps, week templates and the as-run log" },
      { scope: "schedule:write", label: "Change", allows: "Place, move, fill, copy and remove programmes" },
    ],
  },
  {
    title: "Channels",
    scopes: [
      { scope: "channel:read", label: "See", allows: "Channels, their addresses and their launch checklist" },
      { scope: "channel:write", label: "Change", allows: "Create, edit, publish and unpublish channels" },
    ],
  },
  {
    title: "Analytics",
    scopes: [{ scope: "analytics:read", label: "See", allows: "Viewers, views, watch time and revenue" }],
  },
];

const MODERATORS: ScopeGroup = {
  title: "Review",
  scopes: [
    { scope: "moderation:read", label: "See", allows: "What waits for review, of everybody, and the decisions" },
    { scope: "moderation:write", label: "Decide", allows: "Approve and block everybody's items" },
  ],
};

/** What can be ticked; what only moderators may do is offered to them alone. */
export function scopeGroups(isModerator: boolean): readonly ScopeGroup[] {
  return isModerator ? [...CREATORS, MODERATORS] : CREATORS;
}

/** What is ticked with one press: never what concerns others. */
export const SCOPE_PRESETS: readonly { label: string; scopes: readonly Scope[] }[] = [
  { label: "Only see", scopes: scopesOf(CREATORS).filter((scope) => scope.endsWith(":read")) },
  { label: "Everything", scopes: scopesOf(CREATORS) },
];

function scopesOf(groups: readonly ScopeGroup[]): Scope[] {
  return groups.flatMap(({ scopes }) => scopes.map(({ scope }) => scope));
}

export const LIFETIMES = [
  { days: 30, label: "30 days" },
  { days: 90, label: "90 days" },
  { days: 365, label: "1 year" },
  { days: null, label: "Does not expire" },
] as const;

/** A command that shows at once that a key works: of a creator key who it is, of an import key a first import. */
export function firstCommand({ kind, token }: Pick<CreatedApiKey["key"], "kind" | "token">, origin: string): string {
  if (kind === "creator") return `curl -H "Authorization: Bearer ${token}" \\\n  ${origin}/v1/me`;
  const body = '{ "assets": [{ "url": "https://example.com/video.mp4", "title": "My video" }] }';
  return `curl ${origin}/api/v1/import \\\n  -H "X-API-Key: ${token}" \\\n  -H "Content-Type: application/json" \\\n  -d '${body}'`;
}

/** What the command answers, so that one knows that it worked. */
export const COMMAND_NOTES: Record<ApiKey["kind"], string> = {
  creator: "Ready for a terminal. It answers whose key this is and what it may.",
  import: "Ready for a terminal. Put the address of a video of yours in place of the example.",
};
