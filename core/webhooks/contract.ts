import { z } from "zod";
import { Id, listOf, stablePage, stablePageQuery, Text } from "../contract";
import { MAX_URL_CHARACTERS } from "../net/judge-spelling";
import { EventType } from "./events";

const Url = Text.trim().min(1).max(MAX_URL_CHARACTERS);
const EventTypes = z
  .array(EventType)
  .min(1)
  .max(100)
  .transform((types) => [...new Set(types)]);

/** Why an endpoint hears of nothing: its creator, an answer 410, or days of failures. */
export const DisabledReason = z.enum(["creator", "gone", "failing"]);

export const WebhookEndpoint = z.object({
  id: Id,
  url: z.string(),
  description: z.string(),
  eventTypes: z.array(EventType),
  enabled: z.boolean(),
  disabledReason: DisabledReason.nullable(),
  disabledAt: z.string().nullable(),
  /** The first failure since the last success. */
  failingSince: z.string().nullable(),
  lastDeliveredAt: z.string().nullable(),
  lastFailedAt: z.string().nullable(),
  /** What went wrong last; null once something was delivered. */
  lastError: z.string().nullable(),
  /** Until when the secret before this one signs too. */
  previousSecretUntil: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type WebhookEndpoint = z.infer<typeof WebhookEndpoint>;

export const WebhookEndpointList = z.object({ items: z.array(WebhookEndpoint) });
export type WebhookEndpointList = z.infer<typeof WebhookEndpointList>;

export const CreateWebhookEndpoint = z.strictObject({
  url: Url.meta({ example: "https://hooks.example.com/lineup" }),
  eventTypes: EventTypes,
  description: Text.trim().max(200).default(""),
});
export type CreateWebhookEndpoint = z.infer<typeof CreateWebhookEndpoint>;

/** With the secret, `whsec_` and base64, which is shown here only. */
export const CreatedWebhookEndpoint = z.object({
  endpoint: WebhookEndpoint,
  secret: z.string().optional(),
  /** Of a repeat with the same `Idempotency-Key`: the secret was shown to the first. */
  secretShown: z.literal(true).optional(),
});
export type CreatedWebhookEndpoint = z.infer<typeof CreatedWebhookEndpoint>;

export const UpdateWebhookEndpoint = z
  .strictObject({ url: Url, eventTypes: EventTypes, description: Text.trim().max(200), enabled: z.boolean() })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, "at least one field must be given");
export type UpdateWebhookEndpoint = z.infer<typeof UpdateWebhookEndpoint>;

/** Without a type, the first that the endpoint chose. */
export const TestWebhookEndpoint = z.strictObject({ eventType: EventType.optional() });
export type TestWebhookEndpoint = z.infer<typeof TestWebhookEndpoint>;

export const DeliveryStatus = z.enum(["pending", "delivered", "failed"]);
export const DeliveryKind = z.enum(["event", "test", "redelivery"]);

export const WebhookDelivery = z.object({
  id: Id,
  endpointId: Id,
  /** The `webhook-id`, the same in every attempt and redelivery. */
  eventId: Id,
  eventType: EventType,
  kind: DeliveryKind,
  status: DeliveryStatus,
  attempts: z.int(),
  /** Status of the last answer; null when there was none. */
  lastStatus: z.int().nullable(),
  lastError: z.string().nullable(),
  /** Null while an earlier event of the same resource is not delivered yet, and once this one has ended. */
  nextAttemptAt: z.string().nullable(),
  occurredAt: z.string(),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
});
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;

export const WebhookDeliveryList = listOf(WebhookDelivery).extend(stablePage);
export type WebhookDeliveryList = z.infer<typeof WebhookDeliveryList>;

export const ListDeliveriesQuery = z.object({
  ...stablePageQuery,
  status: DeliveryStatus.optional(),
  eventType: EventType.optional(),
});
export type ListDeliveriesQuery = z.infer<typeof ListDeliveriesQuery>;

export const WebhookAttempt = z.object({
  startedAt: z.string(),
  durationMs: z.int(),
  /** Null when no answer came. */
  status: z.int().nullable(),
  error: z.string().nullable(),
  /** The beginning of the answer's body. */
  responseExcerpt: z.string(),
});
export type WebhookAttempt = z.infer<typeof WebhookAttempt>;

export const WebhookDeliveryDetail = WebhookDelivery.extend({
  /** The body that is sent, as JSON. */
  payload: z.record(z.string(), z.unknown()),
  /** Newest first. */
  tries: z.array(WebhookAttempt),
});
export type WebhookDeliveryDetail = z.infer<typeof WebhookDeliveryDetail>;

export const DeliveryOfEndpoint = z.object({ id: Id, deliveryId: Id });
