import fc from "fast-check";
import { test } from "vitest";
import { rawSegment } from "./hostile";

test("what goes into a path as it is can be written on the wire: a space would end the path", () => {
  fc.assert(fc.property(rawSegment, (segment) => /^[\x21-\x7e]+$/.test(segment)));
});
