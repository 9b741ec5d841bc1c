import { expect, test } from "vitest";
import type { WebhookDelivery, WebhookEndpoint } from "@/core/webhooks/contract";
import { deliveryWord, healthOf } from "./health-words";

const healthy = { enabled: true, failingSince: null, lastDeliveredAt: "2027-03-01T20:00:00.000Z", lastError: null };
const word = (fields: Partial<WebhookEndpoint>) => healthOf({ ...healthy, ...fields } as WebhookEndpoint);

test("an endpoint says how it is, and what to do where something is wrong", () => {
  expect(word({})).toEqual({ tone: "ok", word: "Healthy", sentence: null });
  expect(word({ lastDeliveredAt: null }).word).toBe("Nothing sent yet");
  const failing = { failingSince: "2027-03-01T20:00:00.000Z", lastError: "It answered 500." };
  expect(word(failing)).toEqual({ tone: "danger", word: "Failing", sentence: "It answered 500." });
  expect(word({ enabled: false, disabledReason: "creator" }).sentence).toBeNull();
  expect(word({ enabled: false, disabledReason: "gone" }).sentence).toContain("410");
  expect(word({ enabled: false, disabledReason: "failing", ...failing }).sentence).toContain("five days");
});

test("a delivery says where it is", () => {
  const at = (fields: Partial<WebhookDelivery>) => deliveryWord(fields as WebhookDelivery).word;
  expect(at({ status: "delivered", attempts: 2 })).toBe("Delivered");
  expect(at({ status: "failed", attempts: 11 })).toBe("Given up");
  expect(at({ status: "pending", attempts: 1 })).toBe("Trying again");
  expect(at({ status: "pending", attempts: 0, nextAttemptAt: null })).toBe("Waits for an earlier one");
  expect(at({ status: "pending", attempts: 0, nextAttemptAt: "2027-03-01T20:00:00.000Z" })).toBe("On its way");
});
