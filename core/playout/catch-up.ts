/** The longest time for which what aired can be watched again. */
export const MAX_CATCH_UP_HOURS = 24 * 14;

/**
 * Files stay so much longer than the catch-up of their channel, for those who began to watch in its last moment:
 * longer than a programme lasts (8216bis 6.2.2).
 */
export const CATCH_UP_GRACE_HOURS = 12;
