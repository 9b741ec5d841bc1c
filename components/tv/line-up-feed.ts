import type { TvChannel } from "@/core/tv/line-up";
import { readChannels } from "./channel-list";
import type { TvSession } from "./tv-session";

/** The list is read again so often, and sooner while something is wrong with it or with the picture. */
const EVERY_MS = 300_000;
const SOON_MS = 10_000;
/** A television notices within this time that its owner has signed it out. */
const SESSION_EVERY_MS = 15_000;

/** The channels of this television, kept up to date, and whose they are. */
export class LineUp {
  channels: TvChannel[] = [];
  wasRead = false;
  /** Who is signed in, in words. */
  owner = "";
  private readAtMs = 0;
  private sessionAtMs = 0;
  private isReading = false;
  private isStale = false;

  constructor(
    private readonly session: TvSession,
    private readonly onRead: () => void,
  ) {}

  tick(nowMs: number, isHurried: boolean): void {
    const everyMs = isHurried || !this.wasRead || this.channels.length === 0 ? SOON_MS : EVERY_MS;
    if (nowMs - this.readAtMs >= everyMs) void this.read();
    else if (this.session.isSignedIn && nowMs - this.sessionAtMs >= SESSION_EVERY_MS) void this.askWho(nowMs);
  }

  /** Reads the list; once more when it is wanted again meanwhile, since somebody may have signed in or out. */
  async read(): Promise<void> {
    if (this.isReading) {
      this.isStale = true;
      return;
    }
    this.isReading = true;
    this.readAtMs = Date.now();
    await this.askWho(this.readAtMs);
    const channels = await readChannels(this.session);
    this.isReading = false;
    if (this.isStale) {
      this.isStale = false;
      return this.read();
    }
    if (!channels) {
      this.readAtMs = Date.now() - EVERY_MS + SOON_MS;
      return;
    }
    this.channels = channels;
    this.wasRead = true;
    this.onRead();
  }

  private async askWho(nowMs: number): Promise<void> {
    this.sessionAtMs = nowMs;
    if (!this.session.isSignedIn) {
      this.owner = "";
      return;
    }
    const { body } = await this.session.ask<{ user: { name: string } }>("GET", "/v1/me");
    if (body) this.owner = `Signed in as ${body.user.name}`;
  }
}
