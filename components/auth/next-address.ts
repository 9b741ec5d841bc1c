/**
 * Where to go after signing in: the address that was asked for, if it is one of ours. `//host` and `/\host` lead
 * elsewhere, so anything but a plain path is dropped.
 */
export function nextAddress(asked: string | string[] | undefined): string {
  const path = Array.isArray(asked) ? asked[0] : asked;
  return path && /^\/(?![/\\])[^\\\s]*$/.test(path) ? path : "/library";
}
