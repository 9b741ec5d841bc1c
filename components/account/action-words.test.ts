import { expect, test } from "vitest";
import { AUDIT_ACTIONS } from "@/core/audit/contract";
import { actionWords, actorWords } from "./action-words";

test("every action reads as the beginning of a sentence", () => {
  for (const action of AUDIT_ACTIONS) expect(actionWords(action), action).toMatch(/^[A-Z][a-z]+( [A-Za-z]+)*$/);
  expect(actionWords("channel.deleted")).toBe("Deleted the channel");
});

test("it is told who did it", () => {
  expect(actorWords({ method: "session", apiKey: null })).toBe("in the Studio");
  expect(actorWords({ method: "api_key", apiKey: { id: "1", name: "Night", keyPrefix: "vk_live_" } })).toBe(
    "with the key Night",
  );
  expect(actorWords({ method: "moderator", apiKey: null })).toBe("by a moderator");
});
