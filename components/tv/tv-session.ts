import type { TokenPair } from "@/core/devices/contract";
import { type Answer, ask } from "./ask";
import { keep, kept } from "./kept";

interface KeptTokens {
  access: string;
  refresh: string;
  refreshAtMs: number;
}

const TOKENS = "tokens";
/** Tokens are renewed when so much of their life is over, so that a television that is off at night is not late. */
const RENEW_AFTER_SHARE = 0.5;

/**
 * The sign-in of this television: keeps its tokens, renews them before they expire and when the server does not take
 * them any more, and says when its owner has signed it out. Without one it asks as anybody.
 */
export class TvSession {
  private tokens: KeptTokens | null = readTokens();
  private renewing: Promise<boolean> | null = null;

  /** @param onRevoked the owner, or the passing of time, has ended the session */
  constructor(private readonly onRevoked: () => void) {}

  get isSignedIn(): boolean {
    return this.tokens !== null;
  }

  get accessToken(): string | null {
    return this.tokens?.access ?? null;
  }

  signIn({ access_token, refresh_token, expires_in }: TokenPair): void {
    const refreshAtMs = Date.now() + expires_in * 1000 * RENEW_AFTER_SHARE;
    this.tokens = { access: access_token, refresh: refresh_token, refreshAtMs };
    keep(TOKENS, JSON.stringify(this.tokens));
  }

  async ask<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    if (this.tokens && this.tokens.refreshAtMs < Date.now()) await this.renew();
    const answer = await ask<T>(method, path, { token: this.accessToken, body });
    if (answer.status !== 401 || !(await this.renew())) return answer;
    return ask<T>(method, path, { token: this.accessToken, body });
  }

  async signOut(): Promise<void> {
    await ask("POST", "/v1/auth/oauth/revoke", { token: this.accessToken });
    this.forget();
  }

  /** True when there are new tokens. One renewal at a time: a refresh token is good once. */
  private renew(): Promise<boolean> {
    const { tokens } = this;
    if (!tokens) return Promise.resolve(false);
    this.renewing = this.renewing || this.exchange(tokens.refresh);
    return this.renewing;
  }

  private async exchange(refreshToken: string): Promise<boolean> {
    const body = { grant_type: "refresh_token", refresh_token: refreshToken };
    const { status, body: pair, code } = await ask<TokenPair>("POST", "/v1/auth/oauth/token", { body });
    this.renewing = null;
    if (status === 200 && pair) {
      this.signIn(pair);
      return true;
    }
    if (code === "invalid_grant" && this.tokens?.refresh === refreshToken) {
      this.forget();
      this.onRevoked();
    }
    return false;
  }

  private forget(): void {
    this.tokens = null;
    keep(TOKENS, null);
  }
}

function readTokens(): KeptTokens | null {
  try {
    return JSON.parse(kept(TOKENS) ?? "null");
  } catch {
    return null;
  }
}
