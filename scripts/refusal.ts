/** A reason not to go on that the operator can act on. It is shown as it stands, without a stack. */
export class Refusal extends Error {}

/** The sentence to show for whatever went wrong; unexpected errors keep their stack. */
export function sentenceFor(error: unknown, folder: string): string {
  if (error instanceof Refusal) return error.message;
  if (isFull(error)) return `The disk that holds ${folder} is full. Free some space and start again.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Whether an error, or the output of a program that it quotes, says that the disk has no room. */
export function isFull(error: unknown): boolean {
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : { code: "", message: "" };
  return code === "ENOSPC" || code === "EDQUOT" || /No space left on device|ENOSPC/.test(message);
}
