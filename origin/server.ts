import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { closeDb } from "@/server/db";
import type { Env } from "@/server/env";
import { log } from "@/server/log";
import { closeRedis } from "@/server/redis";
import { ChannelFeed } from "./channel-feed";
import { ChannelMemory } from "./channel-memory";
import { databaseSource } from "./channel-source";
import { productAudience } from "./live-stream";
import { NextProxy } from "./proxy-next";
import { router } from "./router";
import { answerUnreadable } from "./unreadable";

/**
 * A connection on which nothing moves for so long is closed; a reply that is being sent keeps it open. Idle ones have no
 * time of their own, which Node would set and clear for every request, at a twentieth of its cost. It is longer than load
 * balancers keep an idle connection (60 s), so that they are the ones to close it.
 */
const SILENCE_MS = 120_000;
const FORGET_EVERY_MS = 10_000;
const TELL_MEMORY_EVERY_MS = 10 * 60_000;
/** No longer than this does a database that is away hold up the start. */
const WARM_UP_MS = 1_000;

export interface RunningOrigin {
  port: number;
  /** Takes no more connections, lets open requests end for at most `drainMs`, and closes the database. */
  stop(drainMs: number): Promise<void>;
}

/** Runs the front server (with `NEXT_SOCKET`) or the origin alone, on all addresses, IPv4 and IPv6. */
export async function startOrigin(settings: Env): Promise<RunningOrigin> {
  const news: ChannelFeed = new ChannelFeed(settings.DATABASE_URL, {
    changed: (channelId) => memory.changed(channelId),
    missed: () => memory.missed(),
  });
  const memory = new ChannelMemory(databaseSource, news);
  const next = settings.NEXT_SOCKET ? new NextProxy(settings.NEXT_SOCKET, settings) : null;
  const audience = next && productAudience();
  // The time of a whole request is not bounded: an upload may take hours. Silence is.
  const server = createServer(
    { requestTimeout: 0, keepAliveTimeout: 0 },
    router(memory, next?.handle ?? null, audience),
  );
  server.timeout = SILENCE_MS;
  server.maxRequestsPerSocket = 0;
  server.on("clientError", answerUnreadable);
  if (next) server.on("upgrade", next.upgrade);
  await warmUp(memory);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.PORT, resolve); // without a host Node listens on `::`, and so on IPv4, too
  });
  news.start();
  const forgetting = setInterval(() => memory.forgetIdle(Date.now()), FORGET_EVERY_MS);
  const telling = setInterval(() => {
    const memoryMiB = Math.round(process.memoryUsage.rss() / 2 ** 20);
    log.info({ channelsWatched: memory.size, memoryMiB }, "memory of the front server");
  }, TELL_MEMORY_EVERY_MS);
  telling.unref();
  return {
    port: (server.address() as AddressInfo).port,
    async stop(drainMs) {
      clearInterval(forgetting);
      clearInterval(telling);
      audience?.close(); // streams have no end of their own to wait for
      const closed = new Promise((resolve) => server.close(resolve));
      const closing = setInterval(() => server.closeIdleConnections(), 50);
      const cut = setTimeout(() => server.closeAllConnections(), drainMs);
      await closed;
      clearInterval(closing);
      clearTimeout(cut);
      next?.close();
      await news.stop();
      await closeDb();
      await closeRedis();
    },
  };
}

/** The first audience must not wait for a connection to be opened and for code to be compiled. */
async function warmUp(memory: ChannelMemory): Promise<void> {
  const asked = memory.isOnAir("", Date.now()).catch(() => false);
  await Promise.race([asked, sleep(WARM_UP_MS)]);
}
