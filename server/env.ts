import path from "node:path";
import { z } from "zod";
import { parseAllowedHosts } from "@/core/net/allowed-hosts";

/** Empty strings in the environment mean "not set". */
const optional = z
  .string()
  .optional()
  .transform((value) => value?.trim() || undefined);
const flag = z.stringbool().default(false);
const port = z.coerce.number().int().min(0).max(65535);

/** Origins that the operator opens for imports or for webhooks, as the set that `core/net` compares with. */
const allowedHosts = z
  .string()
  .default("")
  .transform((list, context) => {
    try {
      return parseAllowedHosts(list);
    } catch (thrown) {
      context.addIssue({ code: "custom", message: (thrown as Error).message });
      return z.NEVER;
    }
  });

const LogLevel = z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info");

const Environment = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
    DATABASE_URL: z
      .string({ error: "must be a PostgreSQL address such as postgresql://user@host:5432/lineup" })
      .regex(/^postgres(ql)?:\/\//, "must begin with postgresql://"),
    REDIS_URL: z
      .string({ error: "must be a Redis address such as redis://127.0.0.1:6379" })
      .regex(/^rediss?:\/\//, "must begin with redis:// or rediss://"),
    NEXTAUTH_SECRET: z
      .string({ error: "must be set (32 random characters or more)" })
      .min(32, "must have 32 characters or more"),
    NEXTAUTH_URL: optional,
    PUBLIC_URL: optional,
    MEDIA_BASE_URL: optional,
    PORT: port.default(3000),
    /** Unix socket between the front server and Next; set by the launcher. */
    NEXT_SOCKET: optional,
    LINEUP_DIR: z.string().default(path.resolve(".lineup")),
    S3_ENDPOINT: optional,
    S3_REGION: z.string().default("auto"),
    S3_BUCKET: optional,
    S3_ACCESS_KEY_ID: optional,
    S3_SECRET_ACCESS_KEY: optional,
    S3_FORCE_PATH_STYLE: flag,
    SIGNUP: z.enum(["open", "first", "closed"]).default("open"),
    /** `manual`: nothing is ready before a moderator has approved it. */
    MODERATION: z.enum(["off", "manual"]).default("off"),
    TRUST_PROXY: optional,
    /** Beacons of browsers that ask not to be tracked (DNT, Global Privacy Control) are not counted. */
    RESPECT_DO_NOT_TRACK: flag,
    LOG_LEVEL: LogLevel,
    WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(1),
    /** `idle` yields to everything else on the machine; `normal` is for a machine that only transcodes. */
    TRANSCODE_PRIORITY: z.enum(["idle", "normal"]).default("idle"),
    /** Where programs are looked for. */
    PATH: z.string().default("/usr/local/bin:/usr/bin:/bin"),
    FFMPEG_PATH: z.string().default("ffmpeg"),
    FFPROBE_PATH: z.string().default("ffprobe"),
    YTDLP_PATH: z.string().default("yt-dlp"),
    IMPORT_ALLOW_HOSTS: allowedHosts,
    WEBHOOK_ALLOW_HOSTS: allowedHosts,
    /** How many imports one worker downloads at a time. */
    IMPORT_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),
    /** Largest file that is imported. */
    IMPORT_MAX_BYTES: z.coerce
      .number()
      .int()
      .min(1)
      .default(50 * 1024 ** 3),
    /** Pace of one download in bytes per second; 0 is as fast as it goes. */
    IMPORT_BYTES_PER_SECOND: z.coerce.number().int().min(0).default(0),
    /** A download that takes longer is given up. */
    IMPORT_MAX_MINUTES: z.coerce
      .number()
      .min(0.05)
      .default(12 * 60),
    /** A source that sends nothing for so long has broken off. */
    IMPORT_IDLE_SECONDS: z.coerce.number().min(0.5).default(60),
    GOOGLE_CLIENT_ID: optional,
    GOOGLE_CLIENT_SECRET: optional,
    GITHUB_ID: optional,
    GITHUB_SECRET: optional,
  })
  .refine((e) => !e.S3_BUCKET || (e.S3_ACCESS_KEY_ID && e.S3_SECRET_ACCESS_KEY), {
    error: "S3_BUCKET needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY",
    path: ["S3_BUCKET"],
  });

export type Env = z.infer<typeof Environment>;

/** Names of all settings. */
export const SETTING_NAMES: readonly string[] = Object.keys(Environment.shape);

/**
 * Reads the settings of this process. The only place that looks at `process.env`.
 * @throws Error with one line per setting that is missing or wrong, fit to show to an operator.
 */
export function readEnv(variables: Record<string, string | undefined> = process.env): Env {
  const parsed = Environment.safeParse(variables);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`These settings are missing or wrong:\n  ${lines.join("\n  ")}`);
}

let current: Env | undefined;

/** Settings of this process, read on first use and kept. */
export function env(): Env {
  current ??= readEnv();
  return current;
}

/** Level of the log. Readable without the other settings, because modules that log are also loaded by the build. */
export function logLevel(variables: Record<string, string | undefined> = process.env): z.infer<typeof LogLevel> {
  return LogLevel.catch("info").parse(variables.LOG_LEVEL);
}
