import type { WebhookDelivery, WebhookEndpoint } from "@/core/webhooks/contract";

export type Tone = "neutral" | "ok" | "warn" | "danger";

/** How an endpoint is, in a word, and what to do where something is wrong. */
export function healthOf(endpoint: WebhookEndpoint): { tone: Tone; word: string; sentence: string | null } {
  if (!endpoint.enabled) {
    const sentences = {
      creator: null,
      gone: "It answered 410, which says that nobody listens there. Change the address or enable it again.",
      failing: "Nothing arrived for five days. Mend the receiver, send a test, then enable it again.",
    };
    return { tone: "neutral", word: "Disabled", sentence: sentences[endpoint.disabledReason ?? "creator"] };
  }
  if (endpoint.failingSince) return { tone: "danger", word: "Failing", sentence: endpoint.lastError };
  if (endpoint.lastDeliveredAt) return { tone: "ok", word: "Healthy", sentence: null };
  return { tone: "neutral", word: "Nothing sent yet", sentence: null };
}

export function deliveryWord({ status, attempts, nextAttemptAt }: WebhookDelivery): { tone: Tone; word: string } {
  if (status === "delivered") return { tone: "ok", word: "Delivered" };
  if (status === "failed") return { tone: "danger", word: "Given up" };
  if (attempts > 0) return { tone: "warn", word: "Trying again" };
  return { tone: "neutral", word: nextAttemptAt === null ? "Waits for an earlier one" : "On its way" };
}
