import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import type { Client } from "../generated/client/client";
import {
  completeUpload,
  createChannel,
  initDirectUpload,
  initTusUpload,
  placeBlock,
  publishChannel,
  unpublishChannel,
} from "../generated/client/sdk.gen";
import { createApiKey, signUpByRequest } from "./support/accounts";
import { apiClient, untilReady } from "./support/api-client";
import { makeClip } from "./support/clips";
import { readPlaylist } from "./support/playlist";
import { productUrl } from "./support/program";

const SCOPES = ["content:read", "content:write", "schedule:read", "schedule:write", "channel:read", "channel:write"];

test("a program with an API key runs a channel alone, from two kinds of upload to live HLS", async ({ request }) => {
  await signUpByRequest(request);
  const token = await createApiKey(request, SCOPES);
  const client = apiClient(token);

  const first = await uploadDirect(client, await makeClip({ name: "first", seconds: 12 }));
  const second = await uploadByTus(
    client,
    token,
    await makeClip({ name: "second", seconds: 12, fps: "30000/1001", tone: 660 }),
  );
  const items = [await untilReady(client, first), await untilReady(client, second)];

  const { data: channel } = await createChannel({ client, body: { name: "Night shift" }, throwOnError: true });
  let startsAt = Date.now() + 6_000;
  for (const item of items) {
    const block = { channelId: channel.id, contentItemId: item.id, startsAt: new Date(startsAt).toISOString() };
    await placeBlock({ client, body: { ...block, kind: "content" }, throwOnError: true });
    startsAt += Math.round(item.durationSeconds! * 1000);
  }
  const path = { id: channel.id };
  await publishChannel({ client, path, throwOnError: true });

  const master = await (await fetch(channel.hlsUrl)).text();
  expect(master).toMatch(/^#EXTM3U/);
  const variant = `${productUrl()}/v1/channels/${channel.slug}/360p.m3u8`;
  const audio = `${productUrl()}/v1/channels/${channel.slug}/audio.m3u8`;

  const seen = new Map<number, string>();
  await expect
    .poll(
      async () => {
        const playlist = await readPlaylist(variant);
        playlist.segments.forEach((segment, index) => {
          seen.set(playlist.mediaSequence + index, segment.uri);
        });
        return airedItems(seen.values());
      },
      { timeout: 90_000, intervals: [1000] },
    )
    .toEqual([first, second]);

  for (const uri of seen.values()) expect((await fetch(uri, { method: "HEAD" })).status, uri).toBe(200);
  const [video, sound] = await Promise.all([readPlaylist(variant), readPlaylist(audio)]);
  expect(Math.abs(video.mediaSequence - sound.mediaSequence)).toBeLessThanOrEqual(1);

  await unpublishChannel({ client, path, throwOnError: true });
  await expect.poll(async () => (await fetch(variant)).status, { timeout: 10_000 }).toBe(404);
});

/** Items in the order in which their segments went out. */
function airedItems(uris: Iterable<string>): string[] {
  const ids = [...uris].map((uri) => /\/media\/([^/]+)\//.exec(uri)?.[1]).filter((id) => id !== undefined);
  return [...new Set(ids)];
}

async function uploadDirect(client: Client, file: string): Promise<string> {
  const bytes = await readFile(file);
  const { data: started } = await initDirectUpload({
    client,
    body: { filename: "first.mp4", title: "First", contentType: "video/mp4", sizeBytes: bytes.length },
    throwOnError: true,
  });
  const put = await fetch(started.uploadUrl, { method: "PUT", body: bytes, headers: { "content-type": "video/mp4" } });
  expect(put.status, await put.text()).toBe(200);
  const { data: completed } = await completeUpload({
    client,
    body: { contentItemId: started.contentItemId },
    throwOnError: true,
  });
  expect(completed.status).toBe("pending_transcode");
  return started.contentItemId;
}

/** Sends the file in two parts, asking in between where to go on, as after a broken connection. */
async function uploadByTus(client: Client, token: string, file: string): Promise<string> {
  const bytes = await readFile(file);
  const { data: started } = await initTusUpload({
    client,
    body: { filename: "second.mp4", sizeBytes: bytes.length },
    throwOnError: true,
  });
  const headers = { authorization: `Bearer ${token}`, "tus-resumable": "1.0.0" };
  const half = Math.floor(bytes.length / 2);
  await patch(started.uploadUrl, headers, 0, bytes.subarray(0, half));
  const head = await fetch(started.uploadUrl, { method: "HEAD", headers });
  expect(head.headers.get("upload-offset")).toBe(String(half));
  await patch(started.uploadUrl, headers, half, bytes.subarray(half));
  return started.contentItemId;
}

async function patch(
  url: string,
  headers: Record<string, string>,
  offset: number,
  body: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const reply = await fetch(url, {
    method: "PATCH",
    headers: { ...headers, "upload-offset": String(offset), "content-type": "application/offset+octet-stream" },
    body,
  });
  expect(reply.status, await reply.text()).toBe(204);
}
