const lastOf = new Map<string, Promise<unknown>>();

/**
 * Runs pieces of work of one key one after the other within this process. Edits of one channel wait here for their
 * turn and not each on a database connection of its own, so that a burst on one channel leaves the others alone.
 */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = lastOf.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  lastOf.set(key, mine);
  try {
    return await mine;
  } finally {
    if (lastOf.get(key) === mine) lastOf.delete(key);
  }
}
