/** An account has at most so many endpoints. */
export const MAX_ENDPOINTS = 20;
/** A secret that was replaced signs for so much longer. */
export const OLD_SECRET_HOURS = 24;
/** Events, deliveries and their attempts are kept for so long. */
export const KEPT_DAYS = 30;
