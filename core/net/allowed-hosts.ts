import { endpointOf } from "./judge-spelling";

/**
 * Reads the operator's list of single origins that may be reached although they are not public: `host:port`, comma
 * separated, exact. An IPv6 address stands in brackets.
 * @throws Error that names the entry that cannot be read
 */
export function parseAllowedHosts(list: string): ReadonlySet<string> {
  const entries = list
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  return new Set(entries.map(endpointOfEntry));
}

function endpointOfEntry(entry: string): string {
  const [, host, port] = /^(\[[0-9a-f:.]+\]|[^:/@?#\s\\*[\]]+):(\d{1,5})$/i.exec(entry) ?? [];
  if (!host || !port || Number(port) < 1 || Number(port) > 65_535 || !URL.canParse(`http://${host}:${port}`)) {
    throw new Error(`"${entry}" is not host:port, such as nas.example.org:8080`);
  }
  return endpointOf(new URL(`http://${host}:${port}`));
}
