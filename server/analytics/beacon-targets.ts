import { NOBODY } from "@/core/analytics/beacon";
import { pool } from "../db";

/** A channel or an item that beacons may name. */
export interface BeaconTarget {
  ownerId: string;
  /** Length of an item; null for a channel, and for an item of unknown length. */
  durationMs: number | null;
}

type Kind = "channel" | "item";

interface Kept {
  target: BeaconTarget | null;
  untilMs: number;
}

const KEEP_FOUND_MS = 60_000;
/** Shorter: what is missing may be made at any moment. */
const KEEP_MISSING_MS = 5_000;
const MOST_KEPT = 50_000;
const QUERY_TIMEOUT_MS = 3_000;

const STATEMENTS: Record<Kind, string> = {
  channel: "SELECT owner_id::text AS owner_id, NULL::int AS duration_ms FROM channel WHERE id = $1::uuid",
  item: `SELECT owner_id::text AS owner_id, duration_ms FROM content_item
    WHERE id = $1::uuid AND status <> 'deleted'`,
};

/** Remembers which channels and items there are, and which there are not: millions of beacons name a few of them. */
export class BeaconTargets {
  private readonly kept = new Map<string, Kept>();
  private readonly asked = new Map<string, Promise<BeaconTarget | null>>();

  /** At once what is known; else a promise of it. Null when there is no such thing. */
  find(kind: Kind, id: string, nowMs: number): BeaconTarget | null | Promise<BeaconTarget | null> {
    const key = `${kind} ${id}`;
    const kept = this.kept.get(key);
    if (kept && nowMs < kept.untilMs) return kept.target;
    let asked = this.asked.get(key);
    if (!asked) {
      asked = this.ask(kind, id, key, nowMs).finally(() => this.asked.delete(key));
      this.asked.set(key, asked);
    }
    // While the database is away, what was there a minute ago still is.
    return kept?.target ? asked.catch(() => kept.target) : asked;
  }

  private async ask(kind: Kind, id: string, key: string, nowMs: number): Promise<BeaconTarget | null> {
    if (id === NOBODY) return null;
    const statement = { text: STATEMENTS[kind], values: [id], query_timeout: QUERY_TIMEOUT_MS };
    const { rows } = await pool().query<{ owner_id: string; duration_ms: number | null }>(statement);
    const target = rows[0] ? { ownerId: rows[0].owner_id, durationMs: rows[0].duration_ms } : null;
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(key, { target, untilMs: nowMs + (target ? KEEP_FOUND_MS : KEEP_MISSING_MS) });
    return target;
  }
}
