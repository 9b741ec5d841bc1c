import path from "node:path";
import { migrate } from "@/prisma/schema-engine";
import { type Env, readEnv, SETTING_NAMES } from "@/server/env";
import { prepareBuild, prepareClient, prepareTvApp } from "./prepare/artifacts";
import { offerProgram } from "./prepare/offer-program";
import { requirePrograms } from "./prepare/programs";
import { requireDatabase, requireRedis, requireStorage } from "./prepare/reach";
import { killSteps } from "./prepare/run-step";
import { productLock, publishSettings, settingsOfRunning } from "./prepare/settings";
import { openSecrets, openState, type State, socketPath } from "./prepare/state";
import { untilReady } from "./prepare/until-ready";
import { Refusal, sentenceFor } from "./refusal";
import { stopLeftovers } from "./services/leftovers";
import { takeLock } from "./services/lock.mjs";
import { freePort, requireFreePort } from "./services/ports";
import { startPostgres } from "./services/postgres";
import { type Part, partService } from "./services/product-parts";
import { startRedis } from "./services/redis";
import { Supervisor } from "./services/supervisor";

export interface Plan {
  /** In the order in which they start; they stop in the reverse order. */
  parts: Part[];
  /** A whole product: PostgreSQL and Redis are run here where their addresses are not set. */
  whole: boolean;
  dev?: boolean;
}

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Settings as processes hand them on: text, nothing empty. */
type Variables = Record<string, string>;

/**
 * Prepares and runs a plan until a signal ends it, and ends this process: with 0 after an orderly stop, with 1 and one
 * sentence when the product cannot run. `onReady` is told the settings once everything answers.
 */
export async function runProduct(plan: Plan, onReady?: (settings: Variables) => Promise<void>): Promise<void> {
  const folder = path.resolve(process.env.LINEUP_DIR || ".lineup");
  let supervisor: Supervisor | undefined;
  let stopping = false;
  const stop = async (exitCode: number) => {
    if (stopping) return;
    stopping = true;
    killSteps();
    await supervisor?.stopAll();
    process.exit(exitCode);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      if (stopping && signal === "SIGINT") supervisor?.killAll();
      void stop(0);
    });
  // A terminal that went away must not end the product in the middle of a line.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  try {
    const state = await openState(folder);
    if (plan.whole && !(await takeLock(productLock(folder)))) throw await alreadyRunning(folder);
    await stopLeftovers(state.runDir);
    supervisor = new Supervisor(state, say);
    const settings = await start(plan, state, supervisor);
    await onReady?.(settings);
  } catch (error) {
    if (!stopping) say(sentenceFor(error, folder));
    await stop(1);
  }
}

async function alreadyRunning(folder: string): Promise<Refusal> {
  const running = await settingsOfRunning(folder);
  return new Refusal(
    running ? `Lineup already runs here, at ${addressOf(running)}.` : `Lineup is already being started on ${folder}.`,
  );
}

async function start(plan: Plan, state: State, supervisor: Supervisor): Promise<Variables> {
  const given = await givenVariables(plan, state);
  const settings = check(plan, given);
  const serves = plan.parts.includes("front") || plan.parts.includes("origin");
  if (serves && settings.PORT !== 0) await requireFreePort(settings.PORT);
  await requireGiven(given, settings);
  const programs = await requirePrograms(needs(plan, given, settings), say);
  if (plan.parts.includes("worker")) {
    const ytdlp = { program: settings.YTDLP_PATH, packageName: "yt-dlp" };
    await offerProgram(ytdlp, state.folder, "Pages of video platforms cannot be imported without yt-dlp.", say);
  }
  const prepared = Promise.all([services(given, state, supervisor, programs.get("redis-server")), artifacts(plan)]);
  const [addresses] = await Promise.race([prepared, supervisor.failure]);
  const env: Variables = { ...given, ...addresses, PORT: String(settings.PORT || (await freePort())) };
  if (plan.parts.includes("next")) env.NEXT_SOCKET = await socketPath(state, "next");
  for (const part of plan.parts) supervisor.run(partService(part, env, plan.dev ?? false));
  await Promise.race([untilReady(plan.parts, env), supervisor.failure]);
  supervisor.markStarted();
  if (plan.whole) await publishSettings(state, env);
  process.stdout.write(announcement(plan, env, state));
  return env;
}

/** The variables of the environment that are settings of ours, completed by those of an installation in this folder. */
async function givenVariables(plan: Plan, state: State): Promise<Variables> {
  const own: Variables = {};
  for (const name of SETTING_NAMES) if (process.env[name]) own[name] = process.env[name];
  const fixed = { NODE_ENV: plan.dev ? "development" : "production", LINEUP_DIR: state.folder };
  if (plan.whole) {
    const { nextAuthSecret } = await openSecrets(state.folder);
    return { NEXTAUTH_SECRET: nextAuthSecret, ...own, ...fixed };
  }
  const { PORT: _port, NEXT_SOCKET: _socket, ...shared } = (await settingsOfRunning(state.folder)) ?? {};
  return { ...shared, ...own, ...fixed };
}

/** Reads the settings before any work is done; addresses of services that are still to start are stood in for. */
function check(plan: Plan, given: Variables): Env {
  const standIns: Variables = plan.whole
    ? { DATABASE_URL: "postgresql://127.0.0.1", REDIS_URL: "redis://127.0.0.1" }
    : {};
  try {
    return readEnv({ ...standIns, ...given });
  } catch (error) {
    const hint = plan.whole
      ? ""
      : "\nWithout settings of its own this command uses those of a running `npm start` in this folder.";
    throw new Refusal(`${(error as Error).message}${hint}`);
  }
}

/** Services that are not ours must answer before any work is done. */
async function requireGiven(given: Variables, settings: Env): Promise<void> {
  if (given.DATABASE_URL) await requireDatabase(given.DATABASE_URL);
  if (given.REDIS_URL) await requireRedis(given.REDIS_URL);
  const { DATABASE_URL, REDIS_URL, NEXTAUTH_SECRET } = settings;
  if (settings.S3_BUCKET) await requireStorage({ DATABASE_URL, REDIS_URL, NEXTAUTH_SECRET, ...given });
}

function needs(plan: Plan, given: Variables, settings: Env) {
  const ffmpeg = [settings.FFMPEG_PATH, settings.FFPROBE_PATH].map((program) => ({ program, packageName: "ffmpeg" }));
  const redis = { program: "redis-server", packageName: "redis-server" };
  return [...(plan.parts.includes("worker") ? ffmpeg : []), ...(plan.whole && !given.REDIS_URL ? [redis] : [])];
}

async function services(given: Variables, state: State, supervisor: Supervisor, redisServer?: string) {
  const database = async () => {
    const url = given.DATABASE_URL ?? (await startPostgres(supervisor, path.join(state.folder, "postgres")));
    await migrate(url);
    return url;
  };
  const redis = async () => {
    if (given.REDIS_URL) return given.REDIS_URL;
    const { redisPassword } = await openSecrets(state.folder);
    return startRedis(supervisor, redisServer!, path.join(state.folder, "redis"), redisPassword);
  };
  const [databaseUrl, redisUrl] = await Promise.all([database(), redis()]);
  return { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl };
}

async function artifacts(plan: Plan): Promise<void> {
  await prepareClient(say);
  if (plan.parts.includes("front")) await prepareTvApp(say);
  if (plan.parts.includes("next") && !plan.dev) await prepareBuild(say);
}

function addressOf(env: Variables): string {
  return env.PUBLIC_URL ?? env.NEXTAUTH_URL ?? `http://localhost:${env.PORT}`;
}

function announcement(plan: Plan, env: Variables, state: State): string {
  const serves = plan.parts.includes("front") || plan.parts.includes("origin");
  const what = serves ? `Lineup is running at ${addressOf(env)}` : "The Lineup worker is running";
  const logs = path.relative(process.cwd(), state.logDir) || state.logDir;
  return `\n  ${what}\n  Logs: ${logs.startsWith("..") ? state.logDir : logs}   Stop: Ctrl-C\n\n`;
}
