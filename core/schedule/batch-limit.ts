/** Edits in one request: as many as a busy week of one channel has. */
export const MAX_EDITS = 1000;
