import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { SCOPES, type Scope } from "@/core/api-keys/scopes";
import { seedChannel, seedContent, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call, sessionCookie } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { db } from "@/server/db";
import { LIMITS, spendLimit } from "@/server/http/rate-limit";
import { closeQueues } from "@/server/queue/enqueue";
import * as route from "./route";

const HOUR_MS = 3_600_000;
const ADDRESS = new URL("http://lineup.test/mcp");
let ada: Actor;
let agent: Client;

beforeAll(async () => {
  ada = await seedCreator();
  agent = await connect(await seedApiKey(ada, ...SCOPES));
});
afterAll(() => closeQueues());

/** The official client, speaking to the route itself. */
async function connect(token: string): Promise<Client> {
  const client = new Client({ name: "test", version: "1.0.0" });
  const methods: Record<string, (request: Request) => Promise<Response>> = route;
  const transport = new StreamableHTTPClientTransport(ADDRESS, {
    requestInit: { headers: { Authorization: `Bearer ${token}` } },
    fetch: (url, init) => methods[init?.method ?? "GET"]!(new Request(url, init)),
  });
  await client.connect(transport);
  return client;
}

// biome-ignore lint/suspicious/noExplicitAny: a test looks at one reply's fields and says what it expects of them.
type Json = any;

async function use(name: string, input: Record<string, unknown> = {}, by = agent): Promise<Json> {
  const result = await by.callTool({ name, arguments: input });
  expect(result.isError, JSON.stringify(result.content)).toBeFalsy();
  return result.structuredContent;
}

async function refusal(name: string, input: Record<string, unknown> = {}, by = agent): Promise<Json> {
  const result = await by.callTool({ name, arguments: input });
  expect(result.isError).toBe(true);
  const { error } = JSON.parse((result.content as { text: string }[])[0]!.text);
  expect(error.whatToDo).toMatch(/^[A-Z].*\.$/);
  return error;
}

const post = (headers: Record<string, string>) =>
  call(route, "POST", {
    headers: { Accept: "application/json, text/event-stream", ...headers },
    body: { jsonrpc: "2.0", id: 1, method: "ping" },
  });

describe("who may call", () => {
  test("401 without a key, with one that is none, and with nothing but a browser's cookie", async () => {
    for (const headers of [{}, { Authorization: "Bearer nonsense" }, { Cookie: await sessionCookie(ada) }]) {
      const { status, body, headers: sent } = await post(headers as Record<string, string>);
      expect([status, body.error.code, sent.get("WWW-Authenticate")]).toEqual([401, "auth.unauthenticated", "Bearer"]);
    }
  });

  test("403 for a page of another site, key or not", async () => {
    const token = await seedApiKey(ada, "content:read");
    const asked = (Origin: string) => post({ Authorization: `Bearer ${token}`, Origin });
    expect(await asked("http://evil.example")).toMatchObject({ status: 403, body: { error: { code: "auth.csrf" } } });
    expect((await asked("null")).status).toBe(403);
  });

  test("405 for streams and sessions, of which there are none", async () => {
    for (const method of ["GET", "DELETE"] as const) {
      const { status, headers } = await call(route, method);
      expect([status, headers.get("Allow")]).toEqual([405, "POST"]);
    }
  });

  test("a key that was revoked is refused with the next call", async () => {
    const token = await seedApiKey(ada, "content:read");
    const client = await connect(token);
    await use("ping", {}, client);
    await db.apiKey.updateMany({ where: { keyPrefix: token.slice(0, 16) }, data: { revokedAt: new Date() } });
    await expect
      .poll(() => client.callTool({ name: "ping" }).then(() => "answered", String), { timeout: 15_000, interval: 200 })
      .toContain("auth.unauthenticated");
  });
});

describe("the list of tools", () => {
  const namesFor = async (...scopes: Scope[]) => {
    const { tools } = await (await connect(await seedApiKey(ada, ...scopes))).listTools();
    return tools.map((tool) => tool.name);
  };

  test("holds what the scopes of the key allow and nothing else", async () => {
    expect(await namesFor("channel:read")).toEqual(["ping", "whoami", "list_channels", "job_status"]);
    expect(await namesFor("schedule:write")).toEqual([
      ...["ping", "whoami", "place_block", "move_block", "remove_block", "fill_guide", "job_status"],
    ]);
  });

  test("says of each tool what it takes, what it answers and what it may break", async () => {
    const { tools } = await agent.listTools();
    for (const { name, description, inputSchema, outputSchema, annotations } of tools) {
      expect(description?.length, name).toBeGreaterThan(40);
      expect([inputSchema.type, inputSchema.additionalProperties, outputSchema?.type], name).toEqual([
        ...["object", false, "object"],
      ]);
      expect(annotations?.readOnlyHint, name).toBe(/^(ping|whoami|list|find|get|live|.*_(status|summary))/.test(name));
    }
    const destructive = tools.filter((tool) => tool.annotations?.destructiveHint).map((tool) => tool.name);
    expect(destructive).toEqual(["unpublish_channel", "remove_block"]);
  });
});

describe("what tools do", () => {
  test("ping and whoami", async () => {
    expect(Math.abs(Date.parse((await use("ping")).now) - Date.now())).toBeLessThan(60_000);
    expect(await use("whoami")).toMatchObject({ user: { id: ada.userId }, auth: { method: "api_key" } });
  });

  test("the library: list, find, show", async () => {
    const grace = await seedCreator();
    const client = await connect(await seedApiKey(grace, "content:read"));
    const clip = await seedReadyContent(grace, { title: "Café at night", tags: ["late"] });
    await seedContent(grace, { title: "Half a film", status: "transcoding" });
    expect((await use("list_content", {}, client)).total).toBe(2);
    const { items } = await use("list_content", { schedulable: true, tag: "late" }, client);
    expect(items).toEqual([expect.objectContaining({ id: clip.id, status: "ready", durationSeconds: 60 })]);
    expect((await use("find_content", { q: "cafe" }, client)).items[0].title).toBe("Café at night");
    expect((await use("get_content", { contentItemId: clip.id }, client)).renditions).toHaveLength(5);
  });

  test("a channel from nothing to the air and off it, its guide by hand", async () => {
    const channel = await use("create_channel", { name: "Night", timezone: "Europe/Berlin" });
    expect((await use("list_channels")).items).toEqual([expect.objectContaining({ id: channel.id, status: "draft" })]);
    const clip = await seedReadyContent(ada);
    const at = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();
    const startsAt = at(24);
    const block = await use("place_block", { channelId: channel.id, contentItemId: clip.id, startsAt });
    expect(block).toMatchObject({ durationSeconds: 60, content: { id: clip.id, title: "Clip" } });
    const moved = await use("move_block", { blockId: block.id, startsAt: at(25) });
    expect(Date.parse(moved.startsAt) - Date.parse(startsAt)).toBeGreaterThan(0.9 * HOUR_MS);
    const guide = await use("get_guide", { channelId: channel.id, from: at(23), to: at(27) });
    expect(guide.blocks).toHaveLength(1);
    expect(guide.gaps).toHaveLength(2);
    expect(await use("remove_block", { blockId: block.id })).toEqual({ removed: true, blockId: block.id });
    expect((await use("publish_channel", { channelId: channel.id })).status).toBe("published");
    expect((await use("unpublish_channel", { channelId: channel.id })).status).toBe("draft");
  });

  test("filling answers a job that can be followed", async () => {
    const channel = await seedChannel(ada);
    const [from, to] = [26, 27].map((hours) => new Date(Date.now() + hours * HOUR_MS).toISOString());
    const { jobId } = await use("fill_guide", { channelId: channel.id, from, to });
    expect(await use("job_status", { jobId })).toMatchObject({ id: jobId, kind: "fill", over: false });
  });

  test("uploading: an address with the headers that it wants, spent from the limit of uploads", async () => {
    const grace = await seedCreator();
    const client = await connect(await seedApiKey(grace, "content:write"));
    const input = { filename: "clip.mp4", sizeBytes: 1234 };
    const started = await use("upload_init", input, client);
    expect(started.put).toEqual({ method: "PUT", headers: { "Content-Type": "video/mp4", "Content-Length": "1234" } });
    const { contentItemId } = started;
    expect((await refusal("upload_complete", { contentItemId }, client)).code).toBe("upload.not_received");
    const left = LIMITS.uploads.limit - 2;
    await Promise.all(Array.from({ length: left }, () => spendLimit("uploads", grace.userId, new Headers())));
    expect((await refusal("upload_init", input, client)).code).toBe("rate_limit.exceeded");
  });

  test("figures of the audience", async () => {
    const channel = await seedChannel(ada);
    expect(await use("live_kpis", { channelId: channel.id })).toMatchObject({ viewers: 0, views: 0 });
    expect(await use("get_summary", { timezone: "Europe/Berlin" })).toMatchObject({ today: { views: 0 } });
  });

  test("importing by URL says of each address whether it was taken", async () => {
    const { results } = await use("import_by_url", { assets: [{ url: "http://127.0.0.1/private.mp4" }] });
    expect(results).toEqual([{ status: "failed", error: expect.objectContaining({ code: "url.refused" }) }]);
  });

  test("waiting tells how far it is while it goes on, and ends as soon as it is over", async () => {
    const item = await seedContent(ada, { status: "transcoding", progressPercent: 40 });
    const seen: number[] = [];
    const result = await agent.callTool(
      { name: "content_status", arguments: { contentItemId: item.id, waitSeconds: 50 } },
      undefined,
      {
        onprogress: ({ progress }) => {
          seen.push(progress);
          void db.contentItem
            .update({ where: { id: item.id }, data: { status: "failed", progressPercent: 40 } })
            .then();
        },
      },
    );
    expect(seen).toEqual([40]);
    expect(result.structuredContent).toMatchObject({ status: "failed", over: true });
  });
});

describe("what tools refuse", () => {
  test("an occupied place, with the block that stands there", async () => {
    const [channel, clip] = [await seedChannel(ada), await seedReadyContent(ada)];
    const input = {
      channelId: channel.id,
      contentItemId: clip.id,
      startsAt: new Date(Date.now() + HOUR_MS).toISOString(),
    };
    const block = await use("place_block", input);
    expect(await refusal("place_block", input)).toMatchObject({
      code: "schedule.overlap",
      details: { conflictingBlockId: block.id },
      whatToDo: expect.stringContaining("get_guide"),
    });
  });

  test("what belongs to somebody else, which does not exist", async () => {
    const foreign = await seedChannel(await seedCreator());
    for (const name of ["publish_channel", "unpublish_channel"])
      expect((await refusal(name, { channelId: foreign.id })).code).toBe("resource.not_found");
    const item = await seedReadyContent(await seedCreator());
    expect((await refusal("get_content", { contentItemId: item.id })).code).toBe("resource.not_found");
  });

  test("a tool whose scope the key lacks, by name too", async () => {
    const reader = await connect(await seedApiKey(ada, "channel:read"));
    const channel = await seedChannel(ada);
    expect(await refusal("publish_channel", { channelId: channel.id }, reader)).toMatchObject({
      code: "auth.insufficient_scope",
      details: { requiredScope: "channel:write" },
    });
  });

  test("a tool that does not exist, fields that do not, and wrong ones, each by its name", async () => {
    expect((await refusal("delete_everything")).code).toBe("resource.not_found");
    const { code, details } = await refusal("list_content", { page: 0, sortBy: "title" });
    expect(code).toBe("request.invalid");
    expect(details.issues.map((issue: { path: string[] }) => issue.path[0]).sort()).toEqual(["page", "sortBy"]);
    expect((await refusal("move_block", { blockId: crypto.randomUUID() })).code).toBe("request.invalid");
  });
});
