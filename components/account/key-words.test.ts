import { expect, test } from "vitest";
import { SCOPES } from "@/core/api-keys/scopes";
import { firstCommand, SCOPE_PRESETS, scopeGroups } from "./key-words";

const scopesOf = (label: string) => SCOPE_PRESETS.find((preset) => preset.label === label)?.scopes;

test("every scope there is can be ticked, in one group; those of moderators by moderators", () => {
  const offered = (isModerator: boolean) =>
    scopeGroups(isModerator).flatMap(({ scopes }) => scopes.map(({ scope }) => scope));
  expect([...offered(true)].sort()).toEqual([...SCOPES].sort());
  expect(offered(false)).toEqual(offered(true).filter((scope) => !scope.startsWith("moderation:")));
  expect(scopesOf("Everything")).toEqual(offered(false));
});

test("a key that may only see holds no right to change anything", () => {
  expect(scopesOf("Only see")).toEqual(["content:read", "schedule:read", "channel:read", "analytics:read"]);
});

test("the command of a key sends it where and how its kind is understood", () => {
  expect(firstCommand({ kind: "creator", token: "vk_live_1" }, "http://tv.local")).toBe(
    'curl -H "Authorization: Bearer vk_live_1" \\\n  http://tv.local/v1/me',
  );
  const command = firstCommand({ kind: "import", token: "vid_1" }, "http://tv.local");
  expect(command).toContain("curl http://tv.local/api/v1/import \\\n");
  expect(command).toContain('-H "X-API-Key: vid_1"');
  const [, body] = /-d '(.*)'$/.exec(command) ?? [];
  expect(JSON.parse(body ?? "")).toEqual({ assets: [{ url: "https://example.com/video.mp4", title: "My video" }] });
});
