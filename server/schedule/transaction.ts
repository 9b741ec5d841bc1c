/** Waiting for another edit of the same channel, or for a connection, must not fail under a burst. */
export const TRANSACTION = { maxWait: 15_000, timeout: 30_000 } as const;
