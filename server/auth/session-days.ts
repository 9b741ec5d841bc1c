/** How long a browser or a TV stays signed in without being used. */
export const SESSION_DAYS = 30;
