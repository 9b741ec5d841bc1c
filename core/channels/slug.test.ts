import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { freeSlug, slugOf } from "./slug";

describe("slugOf", () => {
  test.each([
    ["Ökologie & Straße!", "okologie-strasse"],
    ["Joe’s TV", "joes-tv"],
    ["Новости дня", "novosti-dnia"],
    ["Ελληνικά", "ellinika"],
    ["Łódź 24/7", "lodz-24-7"],
    ["日本", "channel"],
    ["---", "channel"],
    ["01936f4e-0000-7000-8000-000000000000", "channel-01936f4e-0000-7000-8000-000000000000"],
  ])("%s becomes %s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  test("is always an address: lower-case letters, digits and single hyphens, 1–60 characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
        expect(slugOf(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slugOf(name).length).toBeLessThanOrEqual(60);
      }),
    );
  });

  test("an address made into a name gives the address again", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (name) => {
        expect(slugOf(slugOf(name))).toBe(slugOf(name));
      }),
    );
  });
});

describe("freeSlug", () => {
  test("counts up to the first that is not taken", () => {
    expect(freeSlug("news", new Set())).toBe("news");
    expect(freeSlug("news", new Set(["news", "news-2", "news-4"]))).toBe("news-3");
  });

  test("makes room for the number", () => {
    const long = "a".repeat(60);
    expect(freeSlug(long, new Set([long]))).toBe(`${"a".repeat(58)}-2`);
  });
});
