import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { SCOPES } from "@/core/api-keys/scopes";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call, type Route } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { createApiKey } from "@/server/api-keys/create-api-key";
import { createContainer } from "@/server/content/create-container";
import { createGroup } from "@/server/content-groups/create-group";
import { db } from "@/server/db";
import { startFill } from "@/server/schedule/start-fill";
import * as apiKey from "./api-keys/[id]/route";
import * as apiKeys from "./api-keys/route";
import * as checklist from "./channels/[id]/checklist/route";
import * as logo from "./channels/[id]/logo/route";
import * as publish from "./channels/[id]/publish/route";
import * as channel from "./channels/[id]/route";
import * as unpublish from "./channels/[id]/unpublish/route";
import * as channels from "./channels/route";
import * as frame from "./content/[id]/artwork/frame/route";
import * as artwork from "./content/[id]/artwork/route";
import * as caption from "./content/[id]/captions/[captionId]/route";
import * as captions from "./content/[id]/captions/route";
import * as episodes from "./content/[id]/episodes/route";
import * as retry from "./content/[id]/retry/route";
import * as item from "./content/[id]/route";
import * as content from "./content/route";
import * as groupItems from "./content-groups/[id]/items/route";
import * as group from "./content-groups/[id]/route";
import * as groups from "./content-groups/route";
import * as job from "./jobs/[id]/route";
import * as block from "./schedule/[id]/route";
import * as copy from "./schedule/copy/route";
import * as fill from "./schedule/fill/route";
import * as schedule from "./schedule/route";

let ada: Actor;
let eve: Actor;
const own = {
  channelId: "",
  contentItemId: "",
  captionId: "",
  blockId: "",
  jobId: "",
  apiKeyId: "",
  groupId: "",
  seriesId: "",
};
const window = { from: "2031-05-03T00:00:00Z", to: "2031-05-04T00:00:00Z" };

/** Everything of Ada's that an id can name, and Eve, who has learnt all those ids. */
beforeAll(async () => {
  [ada, eve] = [await seedCreator(), await seedCreator()];
  const ofAda = await seedChannel(ada);
  const clip = await seedReadyContent(ada, { title: "Ada's secret film" });
  const track = {
    contentItemId: clip.id,
    language: "en",
    label: "l",
    kind: "sdh",
    source: "uploaded",
    storageKey: randomUUID(),
  };
  own.channelId = ofAda.id;
  own.contentItemId = clip.id;
  own.captionId = (await db.caption.create({ data: track })).id;
  own.blockId = (await seedBlock(ofAda, clip, new Date("2031-05-03T10:00:00Z"), 60_000)).id;
  own.jobId = (await startFill(ada, { channelId: ofAda.id, ...window, strategy: "shuffle" })).jobId;
  own.groupId = (await createGroup(ada, { name: "Ada's secret group", kind: "static" })).id;
  own.seriesId = (await createContainer(ada, { type: "series", title: "Ada's secret series" })).id;
  own.apiKeyId = (await createApiKey(ada, { name: "n", kind: "creator", scopes: ["content:read"] })).key.id;
});

const file = () => {
  const form = new FormData();
  form.set("file", new File(["1\n00:00:01,000 --> 00:00:02,000\nx\n"], "a.srt"));
  return form;
};
const captionForm = () => {
  const form = file();
  form.set("language", "en");
  return form;
};

/** Every way to name something of Ada's: method, route, path parameters, query or body. */
const attempts: [
  string,
  Route,
  "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  () => { params?: Record<string, string>; query?: Record<string, string>; body?: unknown },
][] = [
  ["read an item", item, "GET", () => ({ params: { id: own.contentItemId } })],
  ["change an item", item, "PATCH", () => ({ params: { id: own.contentItemId }, body: { title: "mine" } })],
  ["delete an item", item, "DELETE", () => ({ params: { id: own.contentItemId }, query: { force: "true" } })],
  ["retry an item", retry, "POST", () => ({ params: { id: own.contentItemId } })],
  ["add captions", captions, "POST", () => ({ params: { id: own.contentItemId }, body: captionForm() })],
  ["remove captions", caption, "DELETE", () => ({ params: { id: own.contentItemId, captionId: own.captionId } })],
  ["set artwork", artwork, "POST", () => ({ params: { id: own.contentItemId }, body: file() })],
  ["remove artwork", artwork, "DELETE", () => ({ params: { id: own.contentItemId } })],
  ["choose a frame", frame, "POST", () => ({ params: { id: own.contentItemId }, body: { atSeconds: 1 } })],
  ["read episodes", episodes, "GET", () => ({ params: { id: own.seriesId } })],
  [
    "order episodes",
    episodes,
    "PUT",
    () => ({ params: { id: own.seriesId }, body: { seasonNumber: 1, contentItemIds: [own.contentItemId] } }),
  ],
  ["read a group", group, "GET", () => ({ params: { id: own.groupId } })],
  ["change a group", group, "PATCH", () => ({ params: { id: own.groupId }, body: { name: "mine" } })],
  ["delete a group", group, "DELETE", () => ({ params: { id: own.groupId } })],
  ["read the items of a group", groupItems, "GET", () => ({ params: { id: own.groupId } })],
  ["fill a group", groupItems, "PUT", () => ({ params: { id: own.groupId }, body: { contentItemIds: [] } })],
  ["list by a group", content, "GET", () => ({ query: { group_id: own.groupId } })],
  ["read a channel", channel, "GET", () => ({ params: { id: own.channelId } })],
  ["change a channel", channel, "PATCH", () => ({ params: { id: own.channelId }, body: { name: "mine" } })],
  ["delete a channel", channel, "DELETE", () => ({ params: { id: own.channelId } })],
  ["publish a channel", publish, "POST", () => ({ params: { id: own.channelId } })],
  ["unpublish a channel", unpublish, "POST", () => ({ params: { id: own.channelId } })],
  ["read a checklist", checklist, "GET", () => ({ params: { id: own.channelId } })],
  ["set a logo", logo, "POST", () => ({ params: { id: own.channelId }, body: file() })],
  ["remove a logo", logo, "DELETE", () => ({ params: { id: own.channelId } })],
  ["read a schedule", schedule, "GET", () => ({ query: { channelId: own.channelId, ...window } })],
  [
    "place a block",
    schedule,
    "POST",
    () => ({ body: { channelId: own.channelId, contentItemId: own.contentItemId, startsAt: window.from } }),
  ],
  ["change a block", block, "PATCH", () => ({ params: { id: own.blockId }, body: { durationSeconds: 1 } })],
  ["remove a block", block, "DELETE", () => ({ params: { id: own.blockId } })],
  ["copy a schedule", copy, "POST", () => ({ body: { channelId: own.channelId, ...window, targetFrom: window.to } })],
  ["fill a schedule", fill, "POST", () => ({ body: { channelId: own.channelId, ...window } })],
  ["poll a job", job, "GET", () => ({ params: { id: own.jobId } })],
  ["revoke a key", apiKey, "DELETE", () => ({ params: { id: own.apiKeyId } })],
];

async function everythingOfAda() {
  return JSON.stringify(
    await Promise.all([
      db.channel.findMany({ where: { ownerId: ada.userId } }),
      db.contentItem.findMany({
        where: { ownerId: ada.userId },
        omit: { sizeBytes: true },
        include: { captions: true },
      }),
      db.block.findMany({ where: { channel: { ownerId: ada.userId } } }),
      db.contentGroup.findMany({ where: { ownerId: ada.userId }, include: { items: true } }),
      db.job.findMany({ where: { ownerId: ada.userId } }),
      db.apiKey.findMany({ where: { ownerId: ada.userId } }),
    ]),
  );
}

describe("another creator", () => {
  test.each(attempts)(
    "cannot %s: it is not found, by session and by key, and nothing changes",
    async (_, route, method, request) => {
      const before = await everythingOfAda();
      for (const as of [eve, await seedApiKey(eve, ...SCOPES)]) {
        const { status, body } = await call(route, method, { as, ...request() });
        expect([status, body.error.code]).toEqual([404, "resource.not_found"]);
        expect(JSON.stringify(body)).not.toContain("secret");
      }
      expect(await everythingOfAda()).toBe(before);
    },
  );

  test.each([
    ["content", content],
    ["channels", channels],
    ["groups", groups],
  ])("sees nothing of hers in the list of %s", async (_, route) => {
    expect((await call(route, "GET", { as: eve })).body).toMatchObject({ items: [], total: 0 });
  });

  test("sees no keys of hers", async () => {
    const { body } = await call(apiKeys, "GET", { as: eve });
    expect(body.keys.map((key: { id: string }) => key.id)).not.toContain(own.apiKeyId);
  });
});

test("the owner finds what the others did not", async () => {
  for (const [, route, method, request] of attempts.filter(([, , method]) => method === "GET")) {
    expect((await call(route, method, { as: ada, ...request() })).status).toBe(200);
  }
});
