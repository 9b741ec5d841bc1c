/** As many items as one request changes; a client with more sends several. */
export const MAX_BULK_ITEMS = 200;
