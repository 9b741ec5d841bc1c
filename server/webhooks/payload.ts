interface Told {
  type: string;
  occurredAt: Date;
  data: unknown;
}

/** The body of a delivery. It is the same text in every attempt, but for what a test adds. */
export function payload({ type, occurredAt, data }: Told, kind: "event" | "test" | "redelivery") {
  return { type, timestamp: occurredAt.toISOString(), data, ...(kind === "test" && { test: true }) };
}
