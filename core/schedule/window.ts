import { AppError } from "../errors";
import type { Stretch } from "./gaps";

/** The longest window that a schedule is read, filled or copied in. */
export const MAX_WINDOW_DAYS = 31;
const MAX_WINDOW_MS = MAX_WINDOW_DAYS * 24 * 3_600_000;

/**
 * A window of a schedule from two ISO instants.
 * @throws request.invalid when it is empty, backwards or longer than 31 days
 */
export function windowOf({ from, to }: { from: string; to: string }): Stretch {
  const window = { fromMs: Date.parse(from), toMs: Date.parse(to) };
  if (window.fromMs >= window.toMs) throw refused("must be later than `from`");
  if (window.toMs - window.fromMs > MAX_WINDOW_MS)
    throw refused(`must be at most ${MAX_WINDOW_DAYS} days after \`from\``);
  return window;
}

function refused(message: string): AppError {
  return new AppError("request.invalid", `\`to\` ${message}.`, { issues: [{ path: ["to"], code: "custom", message }] });
}
