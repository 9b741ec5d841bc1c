import { createHmac } from "node:crypto";
import { keyOfSecret } from "./sealed-secret";

export interface Message {
  id: string;
  /** When this attempt is made: receivers refuse old ones. */
  sentAt: Date;
  body: string;
}

/**
 * The headers of Standard Webhooks: id, timestamp, and one `v1` signature per secret, so that a receiver that knows
 * either the old or the new one accepts the message while they are exchanged.
 */
export function signedHeaders({ id, sentAt, body }: Message, secrets: readonly string[]): Record<string, string> {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const hmac = createHmac("sha256", keyOfSecret(secret)).update(`${id}.${timestamp}.${body}`);
    return `v1,${hmac.digest("base64")}`;
  });
  return {
    "content-type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signatures.join(" "),
  };
}
