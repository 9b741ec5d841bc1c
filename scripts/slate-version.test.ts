import { expect, test } from "vitest";
import { slateTable } from "@/server/playout/slate-table";
import { slateVersion } from "./slate-version";

test("16: the addresses of the slate's segments name what they hold, so that they may be cached for a year", async () => {
  expect(slateTable().baseUrl).toBe(`/slate/${await slateVersion("public/slate")}/`);
});
