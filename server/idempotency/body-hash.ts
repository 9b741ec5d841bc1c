import { createHash } from "node:crypto";

/** SHA-256 of what was sent, hex. JSON counts by its value: the order of members and white space are no difference. */
export async function bodyHash(sent: unknown): Promise<string> {
  return createHash("sha256")
    .update(JSON.stringify(await canonical(sent)) ?? "")
    .digest("hex");
}

async function canonical(value: unknown): Promise<unknown> {
  if (value instanceof File) {
    const digest = createHash("sha256").update(new Uint8Array(await value.arrayBuffer()));
    return { file: value.name, type: value.type, sha256: digest.digest("hex") };
  }
  if (Array.isArray(value)) return Promise.all(value.map(canonical));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Promise.all(members.map(async ([name, member]) => [name, await canonical(member)]));
}
