import { describe, expect, test } from "vitest";
import { z } from "zod";
import { EVENT_TYPES } from "./event-words";
import { EVENTS, payloadOf } from "./events";

describe.each(EVENT_TYPES)("%s", (type) => {
  test("its example is one, and can be described in JSON Schema", () => {
    const timestamp = "2027-03-01T20:00:00.000Z";
    const payload = { type, timestamp, data: EVENTS[type].example };
    expect(payloadOf(type).parse(payload)).toEqual(payload);
    expect(z.toJSONSchema(payloadOf(type))).toMatchObject({ type: "object", required: ["type", "timestamp", "data"] });
  });
});
