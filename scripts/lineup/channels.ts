import { createChannel, publishChannel, unpublishChannel } from "@/generated/client/sdk.gen";
import type { Channel } from "@/generated/client/types.gen";
import { command } from "./command";
import { allChannels, findChannel } from "./find-channel";
import { columns } from "./text-of";

export const listOfChannels = command({
  name: "channels list",
  summary: "List the channels",
  run: async (_, __, session) => {
    const channels = await allChannels(session);
    const rows = channels.map(({ slug, name, status, timezone }) => [slug, name, status, timezone]);
    const text = columns([["SLUG", "NAME", "STATUS", "TIME ZONE"], ...rows]);
    return { text: rows.length > 0 ? text : "No channels yet.", json: { items: channels } };
  },
});

export const newChannel = command({
  name: "channels create",
  operands: "NAME",
  count: [1, 1],
  summary: "Create a channel",
  options: {
    timezone: { type: "string", value: "ZONE", about: "Its time zone, such as Europe/Berlin; else the account's" },
    loop: { type: "boolean", about: "It plays its content in order for ever and needs no schedule" },
  },
  run: async ([name = ""], { timezone, loop }, { client }) => {
    const body = { name, ...(timezone && { timezone }), kind: loop ? ("loop" as const) : ("linear" as const) };
    const { data } = await createChannel({ client, body, throwOnError: true });
    return { text: `Created ${data.name} (${data.slug}, ${data.id}).`, json: data };
  },
});

export const publish = command({
  name: "publish",
  operands: "CHANNEL",
  count: [1, 1],
  summary: "Put a channel on the air; CHANNEL is an id, a slug or a name",
  run: async ([word = ""], _, session) => {
    const path = { id: (await findChannel(word, session)).id };
    const { data } = await publishChannel({ client: session.client, path, throwOnError: true });
    return { text: `${data.name} is on the air.\n${addresses(data)}`, json: data };
  },
});

export const unpublish = command({
  name: "unpublish",
  operands: "CHANNEL",
  count: [1, 1],
  summary: "Take a channel off the air",
  run: async ([word = ""], _, session) => {
    const path = { id: (await findChannel(word, session)).id };
    const { data } = await unpublishChannel({ client: session.client, path, throwOnError: true });
    return { text: `${data.name} is off the air.`, json: data };
  },
});

function addresses({ watchUrl, hlsUrl }: Channel): string {
  return columns([
    ["  Watch", watchUrl],
    ["  HLS", hlsUrl],
  ]);
}
