import type { APIRequestContext } from "playwright";

export interface PageToShoot {
  name: string;
  path: string;
  /** Needs nobody to be signed in. */
  isPublic?: boolean;
}

const PLAIN: readonly PageToShoot[] = [
  { name: "library", path: "/library" },
  { name: "library-grid", path: "/library?view=grid" },
  { name: "series", path: "/library?type=series&view=grid" },
  { name: "groups", path: "/library/groups" },
  { name: "import", path: "/library/import" },
  { name: "jobs", path: "/library/jobs" },
  { name: "schedule", path: "/schedule" },
  { name: "channels", path: "/channels" },
  { name: "analytics", path: "/analytics" },
  { name: "account", path: "/account" },
  { name: "password", path: "/account/password" },
  { name: "sessions", path: "/account/sessions" },
  { name: "preferences", path: "/account/preferences" },
  { name: "api-keys", path: "/account/api-keys" },
  { name: "webhooks", path: "/account/webhooks" },
  { name: "activity", path: "/account/activity" },
  { name: "close-account", path: "/account/close" },
  { name: "link", path: "/link" },
];

export const PUBLIC_PAGES: readonly PageToShoot[] = [
  { name: "front", path: "/", isPublic: true },
  { name: "front-search", path: "/?q=harbor", isPublic: true },
  { name: "sign-in", path: "/sign-in", isPublic: true },
  { name: "sign-up", path: "/sign-up", isPublic: true },
  { name: "developers", path: "/developers", isPublic: true },
  { name: "developers-mcp", path: "/developers/mcp", isPublic: true },
  { name: "developers-api", path: "/developers/api", isPublic: true },
  { name: "not-found", path: "/nothing-here", isPublic: true },
];

interface Listed {
  items: { id: string; slug?: string; status?: string }[];
}

/** Every page of the signed-in creator: the plain ones, and those of the first item, group and channel there are. */
export async function pagesOf(request: APIRequestContext, origin: string): Promise<PageToShoot[]> {
  const first = async (path: string) => {
    const reply = await request.get(`${origin}${path}`);
    return reply.ok() ? ((await reply.json()) as Listed).items[0] : undefined;
  };
  const item = await first("/v1/creator/content?status=ready&sort=title&direction=asc&per_page=1");
  const group = await first("/v1/creator/content-groups?per_page=1");
  const channel = await first("/v1/creator/channels?per_page=1");
  const waiting = await first("/v1/moderation/items?per_page=1");
  return [
    ...PLAIN,
    ...(item ? [{ name: "item", path: `/library/${item.id}` }] : []),
    ...(waiting ? reviewPages(waiting) : []),
    ...(group ? [{ name: "group", path: `/library/groups/${group.id}` }] : []),
    ...(channel ? channelPages(channel) : []),
  ];
}

/** For moderators only; others have no such pages. */
function reviewPages({ id }: Listed["items"][number]): PageToShoot[] {
  return [
    { name: "review", path: "/review" },
    { name: "review-item", path: `/review?item=${id}` },
    { name: "review-decisions", path: "/review?tab=decisions" },
  ];
}

function channelPages({ id, slug }: Listed["items"][number]): PageToShoot[] {
  return [
    { name: "channel", path: `/channels/${id}` },
    { name: "channel-programming", path: `/channels/${id}?tab=programming` },
    { name: "channel-as-run", path: `/channels/${id}?tab=as-run` },
    { name: "channel-analytics", path: `/analytics?channel=${id}` },
    { name: "watch", path: `/watch/${slug}`, isPublic: true },
    { name: "embed", path: `/embed/watch/${slug}`, isPublic: true },
  ];
}
