import { expect, test } from "@playwright/test";
import { createApiKey, signUpByRequest } from "./support/accounts";
import { runAgent } from "./support/agent";
import { makeClip } from "./support/clips";
import { productUrl } from "./support/program";

const SCOPES = ["content:read", "content:write", "schedule:read", "schedule:write", "channel:read", "channel:write"];

test("an agent that knows only /mcp uploads a clip, waits, fills tomorrow and publishes", async ({ request }) => {
  await signUpByRequest(request);
  const token = await createApiKey(request, SCOPES);
  // Small pictures, which are soon encoded, and two minutes of them, so that a day takes hundreds of blocks, not thousands.
  const clip = await makeClip({ name: "agent", seconds: 120, size: "320x180" });

  const report = await runAgent(new URL("/mcp", productUrl()), token, clip);

  expect(report.placed).toBeGreaterThan(700);
  expect(report.progress.length).toBeGreaterThan(1);
  const channels = await (await request.get(`${productUrl()}/v1/channels`)).json();
  expect(channels.items).toContainEqual(expect.objectContaining({ id: report.channelId, watchUrl: report.watchUrl }));
});
