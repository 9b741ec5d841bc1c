import { expect, test } from "vitest";
import { requireMatch, scheduleEtag } from "./etag";

const etag = scheduleEtag({ id: "channel", scheduleVersion: 3 });

test.each([null, etag, "channel.3", "*", `"other", ${etag}`])("%s matches", (ifMatch) => {
  expect(() => requireMatch(ifMatch, etag)).not.toThrow();
});

test.each(["", '"channel.2"', '"channel.33"', '"other.3"', `W/${etag}`])("%s does not match", (ifMatch) => {
  expect(() => requireMatch(ifMatch, etag)).toThrow(/changed/);
});
