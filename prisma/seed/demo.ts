import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Actor } from "@/core/actor";
import { hashPassword } from "@/server/auth/password";
import { createChannel } from "@/server/channels/create-channel";
import { publishChannel } from "@/server/channels/publish-channel";
import { updateChannel } from "@/server/channels/update-channel";
import { closeDb, db } from "@/server/db";
import { env } from "@/server/env";
import { getJob } from "@/server/jobs/get-job";
import { publicUrl } from "@/server/public-url";
import { closeQueues } from "@/server/queue/enqueue";
import { closeRedis } from "@/server/redis";
import { startFill } from "@/server/schedule/start-fill";
import { ensureAudience } from "./demo-audience";
import { ensureCatalogue } from "./demo-catalogue";
import { DEMO_CHANNELS, type DemoChannel, stretchesOf } from "./demo-channels";
import { DEMO_CLIPS } from "./demo-clips";
import { ensureClip } from "./demo-content";
import { ensureReview, untilApproved } from "./demo-review";

const EMAIL = "demo@lineup.local";
const DAY_MS = 24 * 3_600_000;
const say = (line: string) => process.stderr.write(`${line}\n`);

/**
 * Fills an installation so that every page has something to show: one creator, a dozen clips, two channels with a week
 * of programmes, and who watched them; and a guest, whose clips keep its moderator busy. Everything goes through the verbs and the worker, as a creator's own work does. Run again, it adds
 * what is missing, and on a later day the days that came since.
 */
async function seedDemo(): Promise<void> {
  const password = await ownPassword();
  const creator = await ensureCreator(password);
  say("Drawing and uploading a dozen clips (some minutes the first time) …");
  const clips = new Map<string, string>();
  for (const clip of DEMO_CLIPS) clips.set(clip.title, await ensureClip(creator, clip));
  await untilApproved(creator, [...clips.values()], say);
  await ensureCatalogue(creator, clips);
  say("Filling a week of both channels …");
  for (const demo of DEMO_CHANNELS) await ensureChannel(creator, demo);
  await ensureAudience(creator, new Date());
  await ensureReview(creator, say);
  const addresses = await db.channel.findMany({ where: { ownerId: creator.userId }, select: { slug: true } });
  const watch = addresses.map(({ slug }) => `  ${publicUrl(`/watch/${slug}`)}\n`).join("");
  process.stdout.write(
    `\n  The demo stands. Sign in at ${publicUrl("/sign-in")}\n  ${EMAIL}   ${password}\n${watch}\n`,
  );
}

/** Generated once per installation: an account with a password that everybody knows has no place on a public server. */
async function ownPassword(): Promise<string> {
  const file = path.join(env().LINEUP_DIR, "demo-password");
  const kept = await readFile(file, "utf8").catch(() => null);
  if (kept) return kept.trim();
  const password = randomBytes(9).toString("base64url");
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}

async function ensureCreator(password: string): Promise<Actor> {
  const passwordHash = await hashPassword(password);
  const { id } = await db.user.upsert({
    where: { email: EMAIL },
    create: { email: EMAIL, name: "Demo Creator", passwordHash, isModerator: true },
    update: { passwordHash, isModerator: true },
  });
  return { userId: id, method: "session", scopes: null };
}

async function ensureChannel(creator: Actor, demo: DemoChannel): Promise<void> {
  const { name } = demo.channel;
  const found = await db.channel.findFirst({ where: { ownerId: creator.userId, name }, select: { id: true } });
  const channelId = found?.id ?? (await createChannel(creator, demo.channel)).id;
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  for (const { fromMs, toMs, tags } of stretchesOf(demo, today)) {
    const [from, to] = [new Date(fromMs).toISOString(), new Date(toMs).toISOString()];
    const { jobId } = await startFill(creator, { channelId, from, to, tags, strategy: "shuffle", avoidRepeatHours: 1 });
    await untilDone(creator, jobId);
  }
  const filler = await db.contentGroup.findFirstOrThrow({
    where: { ownerId: creator.userId, name: demo.fillerGroup },
    select: { id: true },
  });
  await updateChannel(creator, channelId, { filler: { contentGroupIds: [filler.id] }, catchUpHours: 24 });
  await publishChannel(creator, channelId);
  say(`  ${name} is on the air`);
}

async function untilDone(creator: Actor, jobId: string): Promise<void> {
  for (;;) {
    const job = await getJob(creator, jobId);
    if (job.status === "done") return;
    if (job.status === "failed") throw new Error(`the schedule could not be filled: ${job.error?.message}`);
    await sleep(100);
  }
}

try {
  await seedDemo();
} finally {
  await Promise.all([closeQueues(), closeRedis(), closeDb()]);
}
