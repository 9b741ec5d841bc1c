import { actorOfApiKey } from "./authenticate-api-key";

/** The id of the creator behind a key of the import API; null when it is none, unknown, revoked or expired. */
export async function ownerOfImportKey(token: string | null): Promise<string | null> {
  if (!token || !/^vid_[0-9a-f]{32}$/.test(token)) return null;
  return (await actorOfApiKey(token))?.userId ?? null;
}
