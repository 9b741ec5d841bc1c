/** What one request may bring. */
export const MAX_ASSETS = 50;
export const MAX_CSV_BYTES = 50_000_000;
