import { AppError, type Issue } from "../errors";

/** What a player may tell; the order is stored, so it never changes. */
export const BEACON_KINDS = ["start", "heartbeat", "impression", "end"] as const;
export type BeaconKind = (typeof BEACON_KINDS)[number];
export const START = 0;
export const HEARTBEAT = 1;
export const IMPRESSION = 2;

/** Stands for the channel or the item that a beacon does not name. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";
/** Stands for a position that nobody knows. */
export const NOWHERE = -1;

/** What somebody sent, checked. Ids are in lower case; null where absent. */
export interface SentBeacon {
  sessionId: string;
  channelId: string | null;
  contentItemId: string | null;
  positionMs: number | null;
  /** Null where the sender does not say. */
  atMs: number | null;
}

/** A beacon on its way to the tables. */
export interface Beacon {
  sessionId: string;
  atMs: number;
  /** Index in {@link BEACON_KINDS}. */
  kind: number;
  /** 0 where the sender says when it was; else a random number, because such a beacon cannot be a repeat. */
  nonce: number;
  ownerId: string;
  channelId: string;
  contentItemId: string;
  positionMs: number;
}

const LATEST_MS = 5 * 60_000;
/** How late a beacon may come. */
export const OLDEST_MS = 24 * 3_600_000;
/** No item is longer than this. */
const LONGEST_SECONDS = 7 * 24 * 3600;

const SESSION = /^[A-Za-z0-9_-]{8,64}$/;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const FIELDS = new Set(["sessionId", "channelId", "contentItemId", "positionSeconds", "at"]);

/**
 * Checks the body of a beacon. By hand, because it runs for every beacon of every viewer: a tenth of what a schema
 * costs. `at` may lie 24 h back and 5 min ahead.
 * @throws request.invalid with one issue per wrong field
 */
export function checkBeacon(body: unknown, nowMs: number): SentBeacon {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw refused([{ path: [], code: "invalid_type", message: "The body must be an object." }]);
  }
  const { sessionId, channelId, contentItemId, positionSeconds, at } = body as Record<string, unknown>;
  const atMs = at === undefined ? null : instantOf(at);
  const isSound =
    typeof sessionId === "string" &&
    SESSION.test(sessionId) &&
    (channelId === undefined || isId(channelId)) &&
    (contentItemId === undefined || isId(contentItemId)) &&
    (channelId !== undefined || contentItemId !== undefined) &&
    (positionSeconds === undefined || isPosition(positionSeconds)) &&
    (atMs === null || isTimely(atMs, nowMs)) &&
    knowsFields(body);
  if (!isSound) throw refused(issuesOf(body as Record<string, unknown>, nowMs));
  return {
    sessionId,
    channelId: channelId === undefined ? null : (channelId as string).toLowerCase(),
    contentItemId: contentItemId === undefined ? null : (contentItemId as string).toLowerCase(),
    positionMs: positionSeconds === undefined ? null : Math.round((positionSeconds as number) * 1000),
    atMs,
  };
}

function isId(value: unknown): value is string {
  return typeof value === "string" && ID.test(value);
}

function isPosition(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= LONGEST_SECONDS;
}

/** NaN for what is no instant. */
function instantOf(value: unknown): number {
  return typeof value === "string" && INSTANT.test(value) ? Date.parse(value) : Number.NaN;
}

function isTimely(atMs: number, nowMs: number): boolean {
  return atMs >= nowMs - OLDEST_MS && atMs <= nowMs + LATEST_MS;
}

function knowsFields(body: object): boolean {
  for (const name in body) if (!FIELDS.has(name)) return false;
  return true;
}

function issuesOf(body: Record<string, unknown>, nowMs: number): Issue[] {
  const issues: Issue[] = [];
  const say = (field: string, code: string, message: string) => issues.push({ path: [field], code, message });
  const { sessionId, channelId, contentItemId, positionSeconds, at } = body;
  if (typeof sessionId !== "string" || !SESSION.test(sessionId))
    say("sessionId", "invalid_format", "must be 8 to 64 of the characters A-Z, a-z, 0-9, _ and -");
  for (const [field, id] of Object.entries({ channelId, contentItemId }))
    if (id !== undefined && !isId(id)) say(field, "invalid_format", "must be a UUID");
  if (channelId === undefined && contentItemId === undefined)
    say("channelId", "invalid_type", "must be there where `contentItemId` is not");
  if (positionSeconds !== undefined && !isPosition(positionSeconds))
    say("positionSeconds", "invalid_value", `must be a number from 0 to ${LONGEST_SECONDS}`);
  if (at !== undefined) {
    const atMs = instantOf(at);
    if (Number.isNaN(atMs)) say("at", "invalid_format", "must be an ISO 8601 instant such as 2026-01-31T20:15:00.000Z");
    else if (!isTimely(atMs, nowMs)) say("at", "invalid_value", "must lie at most 24 h back and 5 min ahead");
  }
  for (const field in body) if (!FIELDS.has(field)) say(field, "unrecognized_keys", `Unknown field \`${field}\`.`);
  return issues;
}

function refused(issues: Issue[]): AppError {
  const [first] = issues;
  const where = first?.path.length ? `\`${first.path.join(".")}\`: ` : "";
  return new AppError("request.invalid", `${where}${first?.message ?? "The beacon is not valid."}`, { issues });
}
