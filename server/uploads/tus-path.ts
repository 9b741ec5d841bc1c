/** Paths that begin so are answered by `tus-node.ts`; the rest of the path is the content item's id. */
export const TUS_PATH = "/v1/creator/uploads/tus/files/";
