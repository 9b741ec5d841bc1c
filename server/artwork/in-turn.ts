let last: Promise<unknown> = Promise.resolve();

/** Runs work on pictures one after the other in this process: each may take a quarter of a gigabyte while it runs. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine.catch(() => {});
  return mine;
}
