import { expect, test } from "vitest";
import { lastMessage } from "./ask-mcp";
import { clientConfigs } from "./client-configs";

test("every settings text names this server, and none a key", () => {
  for (const { id, text } of clientConfigs("https://tv.example")) {
    expect(text, id).toContain("https://tv.example/mcp");
    expect(text, id).not.toContain("vk_live_");
    if (id !== "code") expect(() => JSON.parse(text), id).not.toThrow();
  }
});

test("the answer is the last message of the stream", () => {
  const stream = [
    ": keep-alive",
    "",
    "event: message",
    'data: {"jsonrpc":"2.0","method":"notifications/progress"}',
    "",
    "event: message",
    'data: {"jsonrpc":"2.0","id":1,"result":{"tools":[]}}',
    "",
  ].join("\n");
  expect(lastMessage(stream)).toMatchObject({ id: 1, result: { tools: [] } });
});
