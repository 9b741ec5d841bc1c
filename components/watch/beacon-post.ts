import type { Outcome, Post, SentBeacon } from "./beacons";

const addressOf = ({ kind }: SentBeacon) => `/v1/beacons/${kind}`;

/** Sends beacons from the browser, without cookies: they say nothing of who watches. */
export const browserPost: Post = {
  async send(beacon) {
    const reply = await fetch(addressOf(beacon), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(beacon.body),
      credentials: "omit",
      keepalive: true,
    });
    const serverMs = Date.parse(reply.headers.get("Date") ?? "");
    return { result: resultOf(reply.status), ...(Number.isFinite(serverMs) && { serverMs }) };
  },

  farewell(beacon) {
    navigator.sendBeacon?.(addressOf(beacon), JSON.stringify(beacon.body));
  },
};

function resultOf(status: number): Outcome["result"] {
  if (status === 204) return "taken";
  return status === 429 || status >= 500 ? "again" : "refused";
}

const SESSION_KEY = "lineup-viewing";

/** Names this tab for as long as it is open; at random, and the same on no other. */
export function tabSession(): string {
  try {
    const kept = sessionStorage.getItem(SESSION_KEY);
    if (kept) return kept;
    const fresh = randomName();
    sessionStorage.setItem(SESSION_KEY, fresh);
    return fresh;
  } catch {
    return randomName(); // a frame on another site may not keep anything
  }
}

/** `crypto.randomUUID` is there over HTTPS only. */
function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
