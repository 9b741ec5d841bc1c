import type { Scope } from "./api-keys/scopes";

/** Who is asking. Every verb takes one first, and every query is scoped to its `userId`. */
export interface Actor {
  userId: string;
  method: "session" | "tv" | "api_key";
  /** Scopes of the API key; null for sessions, which are not restricted. */
  scopes: readonly Scope[] | null;
  /** The API key that authenticated the request. */
  apiKeyId?: string;
  /** The session, of a browser or a TV, that authenticated the request. */
  sessionId?: string;
}
