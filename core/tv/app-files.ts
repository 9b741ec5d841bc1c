/** Where the built TV app lies in the tree. */
export const TV_APP_FOLDER = "generated/tv";
/** Its page, into which the server writes a nonce in place of the mark. */
export const TV_SHELL = "index.html";
export const NONCE_MARK = "{{nonce}}";
