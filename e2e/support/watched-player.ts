import type { BrowserContext, Page } from "@playwright/test";

export interface PlayerReport {
  errors: { atMs: number; text: string }[];
  /** The longest stretch without a new position, in milliseconds. */
  longestFreezeMs: number;
  playing: boolean;
  /** Once a second: position of the playhead in seconds, and the date of its picture where the player tells. */
  samples: { atMs: number; position: number; dateMs: number | null }[];
}

/** One of the players' pages (`e2e/players`), open in a browser. */
export class WatchedPlayer {
  crashed = false;

  private constructor(
    readonly name: string,
    private readonly page: Page,
  ) {}

  static async open(context: BrowserContext, origin: string, name: string): Promise<WatchedPlayer> {
    const page = await context.newPage();
    const player = new WatchedPlayer(name, page);
    page.on("crash", () => {
      player.crashed = true;
    });
    await page.goto(`${origin}/${name}`);
    return player;
  }

  report(): Promise<PlayerReport> {
    return this.page.evaluate(() => (window as unknown as { watched: PlayerReport }).watched);
  }
}

/** How far dates and positions of two samples of one player disagree at most, in milliseconds. */
export function dateError(samples: PlayerReport["samples"]): number {
  const dated = samples.filter((sample) => sample.dateMs !== null);
  const offsets = dated.map((sample) => (sample.dateMs as number) - sample.position * 1000);
  return Math.max(...offsets) - Math.min(...offsets);
}
