import type { Actor } from "@/core/actor";
import type { FeedListener, News } from "../news/topic-feed";

/** A revoked key must fail everywhere within a second: what was heard may be a little less old than that. */
const TRUSTED_MS = 900;
const MOST_KEYS = 10_000;

/** A key that is not revoked. */
export interface KnownKey {
  actor: Actor & { apiKeyId: string };
  /** Infinity for one that does not expire. */
  expiresAtMs: number;
  /** When its use was last written down. */
  usedAtMs: number;
}

/**
 * The API keys that were used lately, by the hash of their token, so that a request needs no read to be authenticated.
 * What is remembered counts only while the feed of changed keys has been heard within the last second; otherwise every
 * key is looked up.
 */
export class KeyMemory implements FeedListener {
  private readonly keyOf = new Map<string, KnownKey>();
  private readonly hashOf = new Map<string, string>();
  private changes = 0;

  constructor(
    private readonly read: (tokenHash: string) => Promise<KnownKey | null>,
    private readonly news: () => News,
  ) {}

  /** The key with this hash; null when it is unknown, revoked or expired. */
  async find(tokenHash: string, nowMs: number): Promise<KnownKey | null> {
    const known = this.isTrusted(nowMs) ? this.keyOf.get(tokenHash) : undefined;
    const key = known ?? (await this.lookUp(tokenHash));
    return key && key.expiresAtMs > nowMs ? key : null;
  }

  /** Whether a key may still be used, as far as is remembered; null when it has to be looked up. */
  holds(apiKeyId: string, nowMs: number): boolean | null {
    const hash = this.hashOf.get(apiKeyId);
    const key = hash && this.isTrusted(nowMs) ? this.keyOf.get(hash) : undefined;
    return key ? key.expiresAtMs > nowMs : null;
  }

  changed(apiKeyId: string): void {
    this.changes++;
    const hash = this.hashOf.get(apiKeyId);
    if (!hash) return;
    this.keyOf.delete(hash);
    this.hashOf.delete(apiKeyId);
  }

  missed(): void {
    this.changes++;
    this.keyOf.clear();
    this.hashOf.clear();
  }

  private isTrusted(nowMs: number): boolean {
    return nowMs - this.news().heardUntilMs < TRUSTED_MS;
  }

  private async lookUp(tokenHash: string): Promise<KnownKey | null> {
    const changesBefore = this.changes;
    const key = await this.read(tokenHash);
    // What changed while it was read may be this very key.
    if (key && changesBefore === this.changes) this.remember(tokenHash, key);
    return key;
  }

  private remember(tokenHash: string, key: KnownKey): void {
    this.keyOf.delete(tokenHash);
    this.keyOf.set(tokenHash, key);
    this.hashOf.set(key.actor.apiKeyId, tokenHash);
    if (this.keyOf.size <= MOST_KEYS) return;
    const [oldest] = this.keyOf.values();
    if (oldest) this.changed(oldest.actor.apiKeyId);
  }
}
