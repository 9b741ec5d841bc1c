/** After this time without another digit, what was typed is meant. */
export const NUMBER_WAIT_MS = 1_800;
const MOST_DIGITS = 5;

export interface NumberEntry {
  digits: string;
  /** No longer number begins with these digits: there is nothing to wait for. */
  isComplete: boolean;
}

/** A digit more. Numbers of the line-up decide whether another one may follow; leading zeros are as good as none. */
export function withDigit(digits: string, digit: string, numbers: readonly number[]): NumberEntry {
  const typed = (digits + digit).slice(0, MOST_DIGITS);
  const meant = String(Number(typed));
  const mayGoOn =
    typed.length < MOST_DIGITS &&
    (meant === "0" || numbers.some((number) => String(number) !== meant && String(number).startsWith(meant)));
  return { digits: typed, isComplete: !mayGoOn };
}
