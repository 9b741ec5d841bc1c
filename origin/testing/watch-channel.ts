import { env } from "@/server/env";
import { ChannelFeed } from "../channel-feed";
import { ChannelMemory } from "../channel-memory";
import { databaseSource } from "../channel-source";

/**
 * A process that watches a channel (first argument) as the origin does, and says in a line of JSON when what it knows
 * of it changes: whether it is on air, until when its airings are known, and when that was seen.
 */
const [name = ""] = process.argv.slice(2);
const feed: ChannelFeed = new ChannelFeed(env().DATABASE_URL, {
  changed: (channelId) => memory.changed(channelId),
  missed: () => memory.missed(),
});
const memory = new ChannelMemory(databaseSource, feed);
feed.start();

let told = "";
setInterval(() => {
  const seen = JSON.stringify({ knownUntilMs: memory.knownUntilMs(name), hears: Number.isFinite(feed.heardUntilMs) });
  if (seen !== told) process.stdout.write(`${JSON.stringify({ ...JSON.parse(seen), atMs: Date.now() })}\n`);
  told = seen;
}, 5);
setInterval(() => void memory.playlist(name, "720p", Date.now()).catch(() => {}), 250);
