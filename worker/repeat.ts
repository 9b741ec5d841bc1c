import { log } from "@/server/log";

/**
 * Does `work` at once and then at a steady pace, never twice at a time. A failure is logged and the next round comes
 * as if nothing had happened.
 * @returns ends the repetition and waits for a round that is under way
 */
export function repeat(what: string, everyMs: number, work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  const round = () => {
    running ??= work()
      .catch((err) => log.error({ err }, `${what} failed`))
      .finally(() => {
        running = null;
      });
  };
  round();
  const timer = setInterval(round, everyMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
