import { randomUUID } from "node:crypto";
import type { Actor } from "@/core/actor";
import { seedBlock, seedChannel, seedReadyContent } from "@/prisma/seed/builders";
import type { Call } from "@/scripts/testing/call-route";
import { createApiKey } from "@/server/api-keys/create-api-key";
import { createContainer } from "@/server/content/create-container";
import { createGroup } from "@/server/content-groups/create-group";
import { db } from "@/server/db";
import { startFill } from "@/server/schedule/start-fill";
import { createTemplate } from "@/server/templates/create-template";
import { initDirectUpload } from "@/server/uploads/init-direct-upload";
import { createEndpoint } from "@/server/webhooks/create-endpoint";

const WINDOW = { from: "2031-05-03T00:00:00Z", to: "2031-05-04T00:00:00Z" };

/** Ids of one thing of every kind. */
export type Belongings = Awaited<ReturnType<typeof seedBelongings>>;

/** Gives a creator one of everything that an id can name. */
export async function seedBelongings(owner: Actor) {
  const channel = await seedChannel(owner, { name: "Ada's secret channel" });
  const item = await seedReadyContent(owner, { title: "Ada's secret film" });
  const template = await createTemplate(owner, channel.id, {
    name: "Ada's secret week",
    entries: [{ weekday: 1, localTime: "20:00", durationSeconds: 60, kind: "content", contentItemId: item.id }],
  });
  const series = await createContainer(owner, { type: "series", title: "Ada's secret series" });
  const group = await createGroup(owner, { name: "Ada's secret group", kind: "static" });
  const key = await createApiKey(owner, { name: "Ada's secret key", kind: "creator", scopes: ["content:read"] });
  const fill = await startFill(owner, { channelId: channel.id, ...WINDOW, strategy: "shuffle" });
  const { endpoint } = await createEndpoint(owner, {
    url: "https://hooks.example.com/lineup",
    eventTypes: ["content.ready"],
    description: "Ada's secret endpoint",
  });
  const upload = await initDirectUpload(owner, { filename: "a.mp4", sizeBytes: 1000 });
  const track = { contentItemId: item.id, language: "en", label: "English", kind: "sdh", source: "uploaded" };
  const caption = await db.caption.create({ data: { ...track, storageKey: randomUUID() } });
  const block = await seedBlock(channel, item, new Date("2031-05-03T10:00:00Z"), 60_000);
  return {
    channelId: channel.id,
    itemId: item.id,
    templateId: template.id,
    seriesId: series.id,
    groupId: group.id,
    keyId: key.key.id,
    jobId: fill.jobId,
    captionId: caption.id,
    blockId: block.id,
    endpointId: endpoint.id,
    uploadId: upload.contentItemId,
  };
}

/** Ids that stand in a path, by how the path begins; the first that fits counts. */
const IN_PATH: readonly (readonly [begin: string, id: keyof Belongings])[] = [
  ["/v1/creator/content-groups/", "groupId"],
  ["/v1/creator/content/{id}/episodes", "seriesId"],
  ["/v1/creator/content/", "itemId"],
  ["/v1/moderation/items/", "itemId"],
  ["/v1/creator/channels/", "channelId"],
  ["/v1/creator/schedule/", "blockId"],
  ["/v1/creator/jobs/", "jobId"],
  ["/v1/creator/api-keys/", "keyId"],
  ["/v1/creator/webhooks/", "endpointId"],
];

/** A form with a file that is no picture and no captions. */
function form(fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  form.set("file", new File(["no picture"], "a.bin"));
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** What is sent with a call beside its path, where anything is. */
const SENT: Readonly<Record<string, (own: Belongings) => Call>> = {
  "POST /v1/auth/register": () => ({
    body: { email: `${randomUUID()}@example.com`, password: "correct horse battery", name: "Eve" },
  }),
  "POST /v1/auth/oauth/device": () => ({ body: { client_id: "test-tv" } }),
  "POST /v1/auth/oauth/token": () => ({
    body: { grant_type: "urn:ietf:params:oauth:grant-type:device_code", device_code: randomUUID() },
  }),
  "POST /v1/auth/oauth/approve": () => ({ body: { userCode: "BCDF-GHJK", approve: true } }),
  "PATCH /v1/me": () => ({ body: { name: "Ada L." } }),
  "DELETE /v1/me": () => ({ body: { email: "nobody@example.com" } }),
  "POST /v1/me/password": () => ({
    body: { currentPassword: "not the password", newPassword: "correct horse staple" },
  }),
  "POST /api/v1/import": () => ({ body: { assets: [{ url: "ftp://example.com/a.mp4" }] } }),
  "GET /v1/creator/analytics/retention": (own) => ({ query: { contentItemId: own.itemId } }),
  "GET /v1/creator/analytics/timeseries": (own) => ({
    query: { ...WINDOW, interval: "hour", channelId: own.channelId },
  }),
  "GET /v1/creator/analytics/timeseries.csv": (own) => ({
    query: { ...WINDOW, interval: "hour", channelId: own.channelId },
  }),
  "GET /v1/creator/analytics/top": () => ({ query: WINDOW }),
  "POST /v1/creator/channels": () => ({ body: { name: "Another" } }),
  "PATCH /v1/creator/channels/{id}": () => ({ body: { description: "mine" } }),
  "GET /v1/creator/channels/{id}/preview": () => ({ query: { at: new Date().toISOString() } }),
  "GET /v1/creator/channels/{id}/preview/{rendition}": () => ({ query: { since: new Date().toISOString() } }),
  "POST /v1/creator/channels/{id}/logo": () => ({ body: form() }),
  "POST /v1/creator/channels/{id}/templates": () => ({
    body: { name: "Week", entries: [{ weekday: 2, localTime: "20:00", durationSeconds: 60, kind: "ad_break" }] },
  }),
  "PATCH /v1/creator/channels/{id}/templates/{templateId}": () => ({ body: { name: "mine" } }),
  "POST /v1/creator/channels/{id}/templates/{templateId}/apply": () => ({ body: { weekOf: "2032-05-03" } }),
  "POST /v1/creator/content": () => ({ body: { type: "series", title: "Another" } }),
  "POST /v1/creator/content/bulk": (own) => ({
    body: { action: "tag", contentItemIds: [own.itemId], add: ["late"] },
  }),
  "POST /v1/creator/content/{id}/resubmit": () => ({ body: {} }),
  "POST /v1/moderation/items/{id}/approve": () => ({ body: { status: "blocked" } }),
  "POST /v1/moderation/items/{id}/block": () => ({ body: { status: "pending_moderation", reason: "Not cleared." } }),
  "POST /v1/moderation/items/bulk": (own) => ({
    body: { action: "approve", items: [{ id: own.itemId, status: "blocked" }] },
  }),
  "PATCH /v1/creator/content/{id}": () => ({ body: { description: "mine" } }),
  "POST /v1/creator/content/{id}/artwork": () => ({ body: form() }),
  "POST /v1/creator/content/{id}/artwork/frame": () => ({ body: { atSeconds: 1 } }),
  "POST /v1/creator/content/{id}/captions": () => ({ body: form({ language: "en" }) }),
  "PATCH /v1/creator/content/{id}/captions/{captionId}": () => ({ body: { label: "mine" } }),
  "PUT /v1/creator/content/{id}/episodes": (own) => ({ body: { seasonNumber: 1, contentItemIds: [own.itemId] } }),
  "DELETE /v1/creator/content/{id}": () => ({ query: { force: "true" } }),
  "POST /v1/creator/content-groups": () => ({ body: { name: "Another", kind: "static" } }),
  "POST /v1/creator/content-groups/preview": () => ({
    body: { rules: { conditions: [{ field: "title", op: "contains", value: "secret" }] } },
  }),
  "PATCH /v1/creator/content-groups/{id}": () => ({ body: { description: "mine" } }),
  "PUT /v1/creator/content-groups/{id}/items": () => ({ body: { contentItemIds: [] } }),
  "POST /v1/creator/content-groups/{id}/items": () => ({ body: { contentItemIds: [] } }),
  "POST /v1/creator/uploads/direct/init": () => ({ body: { filename: "a.mp4", sizeBytes: 1000 } }),
  "POST /v1/creator/uploads/direct/complete": (own) => ({ body: { contentItemId: own.uploadId } }),
  "POST /v1/creator/uploads/tus/init": () => ({ body: { filename: "a.mp4", sizeBytes: 1000 } }),
  "POST /v1/creator/import": () => ({ body: { assets: [{ url: "ftp://example.com/a.mp4" }] } }),
  "POST /v1/creator/import/csv": () => ({ body: "title\n", headers: { "Content-Type": "text/csv" } }),
  "GET /v1/creator/schedule": (own) => ({ query: { channelId: own.channelId, ...WINDOW } }),
  "GET /v1/creator/schedule/left-out": (own) => ({ query: { channelId: own.channelId } }),
  "POST /v1/creator/schedule": (own) => ({
    body: { channelId: own.channelId, contentItemId: own.itemId, startsAt: "2031-05-03T12:00:00Z" },
  }),
  "POST /v1/creator/schedule/batch": (own) => ({
    body: {
      edits: [{ op: "place", channelId: own.channelId, contentItemId: own.itemId, startsAt: "2031-05-03T14:00:00Z" }],
    },
  }),
  "POST /v1/creator/schedule/copy": (own) => ({
    body: { channelId: own.channelId, ...WINDOW, targetFrom: "2031-06-03T00:00:00Z" },
  }),
  "POST /v1/creator/schedule/fill": (own) => ({ body: { channelId: own.channelId, ...WINDOW } }),
  "PATCH /v1/creator/schedule/{id}": () => ({ body: { startsAt: "2031-05-03T16:00:00Z" } }),
  "POST /v1/creator/schedule/{id}/breaks": () => ({ body: { durationSeconds: 10 } }),
  "GET /v1/search": () => ({ query: { q: "secret" } }),
  "GET /v1/oembed": () => ({ query: { url: "http://lineup.test/watch/secret" } }),
  "POST /v1/creator/webhooks": () => ({ body: { url: "ftp://example.com", eventTypes: ["content.ready"] } }),
  "PATCH /v1/creator/webhooks/{id}": () => ({ body: { description: "mine" } }),
  "POST /v1/creator/webhooks/{id}/test": () => ({ body: {} }),
  "POST /v1/creator/api-keys": () => ({ body: { name: "Another", scopes: ["content:read"] } }),
};

/** The request that a row of the table is tried with: it names what is in `own`, wherever it can name anything. */
export function requestOf(row: string, own: Belongings): Call {
  const path = row.slice(row.indexOf(" ") + 1);
  const [, id] = IN_PATH.find(([begin]) => path.startsWith(begin)) ?? [];
  const { templateId, captionId } = own;
  const other = randomUUID();
  const params = {
    id: id ? own[id] : other,
    templateId,
    captionId,
    deliveryId: other,
    idOrSlug: own.channelId,
    jobId: other,
    rendition: "360p.m3u8",
  };
  return { params, ...SENT[row]?.(own) };
}
