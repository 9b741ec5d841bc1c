/** Whether a path is of the API, which answers errors in an envelope. */
export function isV1Path(path: string): boolean {
  return path === "/v1" || path.startsWith("/v1/");
}

/** Whether a path is of the import API, which keeps an error shape of its own. */
export function isImportPath(path: string): boolean {
  return path === "/api/v1" || path.startsWith("/api/v1/");
}

/** Whether programs ask by it, and so no page is found there. */
export function isApiPath(path: string): boolean {
  return isV1Path(path) || isImportPath(path);
}
