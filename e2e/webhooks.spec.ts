import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { createApiKey, signUpByRequest } from "./support/accounts";
import { makeClip } from "./support/clips";
import { receiveHooks } from "./support/hooks";
import { Program, productUrl } from "./support/program";
import { serveSources } from "./support/sources";

const SCOPES = ["content:read", "content:write", "schedule:read", "schedule:write", "channel:read", "channel:write"];
/** Everything that a creator can bring about alone; an item is blocked by somebody else. */
const EVENTS = [
  ...["content.ready", "content.failed", "import.finished", "channel.published", "channel.unpublished"],
  ...["schedule.changed", "schedule.gap_ahead", "airing.started", "channel.off_air_risk"],
];
/** Gaps are looked for every half minute, and what waits for the worker may wait long on a busy machine. */
const patient = { timeout: 120_000, intervals: [500] };

test("a server that listens hears of everything that happens, signed, in order, again when it was away", async ({
  request,
}) => {
  await signUpByRequest(request);
  const program = new Program(await createApiKey(request, SCOPES));
  const hooks = await receiveHooks();
  const clip = await makeClip({ name: "elsewhere", seconds: 6, size: "320x180" });
  const sources = await serveSources(clip);
  const api = `${productUrl()}/v1/creator/webhooks`;
  const asPage = { headers: { origin: productUrl() } };
  const types = (resource: string) => hooks.heard.filter((one) => one.resource === resource).map(({ type }) => type);
  const hears = (type: string, resource: string) => expect.poll(() => types(resource), patient).toContain(type);
  try {
    const made = await request.post(api, { data: { url: hooks.url, eventTypes: EVENTS }, ...asPage });
    const { endpoint, secret } = await made.json();
    hooks.setSecret(secret);

    await test.step("a test is delivered", async () => {
      const sent = await request.post(`${api}/${endpoint.id}/test`, {
        data: { eventType: "content.ready" },
        ...asPage,
      });
      expect(sent.status()).toBe(202);
      await expect.poll(() => hooks.heard.filter((one) => one.test).length, patient).toBe(1);
    });

    // The first that comes is refused, and comes again.
    hooks.refuse(1);
    const imported = await program.call<Imported>("POST", "/v1/creator/import", {
      assets: [{ url: sources.url("sea.mp4"), title: "Sea" }],
    });
    const item = imported.results[0]?.contentItemId ?? "";
    const broken = await uploadRubbish(program);
    const channel = await program.call<{ id: string }>("POST", "/v1/creator/channels", { name: "Hooked" });
    await hears("import.finished", item);
    await hears("content.ready", item);
    await hears("content.failed", broken);

    // Short programmes for some minutes: whenever the channel is published, one begins soon, and then nothing follows.
    const window = { from: instantIn(5_000), to: instantIn(300_000) };
    await program.call("POST", "/v1/creator/schedule/fill", { channelId: channel.id, ...window });
    await hears("schedule.changed", channel.id);
    await program.call("POST", `/v1/creator/channels/${channel.id}/publish`);
    for (const type of ["channel.published", "airing.started"]) await hears(type, channel.id);
    for (const type of ["schedule.gap_ahead", "channel.off_air_risk"]) await hears(type, channel.id);
    await program.call("POST", `/v1/creator/channels/${channel.id}/unpublish`);
    await hears("channel.unpublished", channel.id);

    expect(hooks.forged).toEqual([]);
    const ofChannel = types(channel.id);
    expect(ofChannel.indexOf("channel.published")).toBeLessThan(ofChannel.indexOf("channel.unpublished"));
    expect(new Set(hooks.heard.map(({ id }) => id)).size, "each is delivered once").toBe(hooks.heard.length);

    await test.step("the log holds them, and sends one again under its id, with the secret before and after", async () => {
      const log = await (await request.get(`${api}/${endpoint.id}/deliveries?eventType=channel.published`)).json();
      expect(log.items).toMatchObject([{ status: "delivered", eventType: "channel.published" }]);
      const rotated = await (await request.post(`${api}/${endpoint.id}/rotate-secret`, { data: {}, ...asPage })).json();
      for (const current of [secret, rotated.secret]) {
        const before = hooks.heard.length;
        hooks.setSecret(current);
        await request.post(`${api}/${endpoint.id}/deliveries/${log.items[0].id}/redeliver`, { data: {}, ...asPage });
        await expect.poll(() => hooks.heard.length, patient).toBe(before + 1);
        expect(hooks.heard.at(-1)).toMatchObject({ type: "channel.published", id: log.items[0].eventId });
      }
      expect(hooks.forged).toEqual([]);
    });
  } finally {
    await Promise.all([hooks.close(), sources.close()]);
  }
});

const instantIn = (ms: number) => new Date(Date.now() + ms).toISOString();

interface Imported {
  results: { contentItemId: string }[];
}

/** A file that is called a film and is none. */
async function uploadRubbish(program: Program): Promise<string> {
  const bytes = await readFile("package.json");
  const started = await program.call<{ contentItemId: string; uploadUrl: string }>(
    "POST",
    "/v1/creator/uploads/direct/init",
    { filename: "broken.mp4", sizeBytes: bytes.length },
  );
  await fetch(started.uploadUrl, { method: "PUT", body: bytes, headers: { "content-type": "video/mp4" } });
  const { contentItemId } = started;
  await program.call("POST", "/v1/creator/uploads/direct/complete", { contentItemId });
  return contentItemId;
}
