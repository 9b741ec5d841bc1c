import { expect, test } from "vitest";
import { addressFinder } from "./find-address";

const addressOf = addressFinder([
  "/v1/channels/{idOrSlug}",
  "/v1/channels/{idOrSlug}/{playlist}.m3u8",
  "/v1/creator/content/{id}",
  "/v1/creator/content/bulk",
]);

test.each([
  ["/v1/channels/night", "/v1/channels/{idOrSlug}"],
  ["/v1/channels/night/720p.m3u8", "/v1/channels/{idOrSlug}/{playlist}.m3u8"],
  ["/v1/creator/content/bulk", "/v1/creator/content/bulk"],
  ["/v1/creator/content/0198", "/v1/creator/content/{id}"],
  ["/v1/creator/content/0198/other", undefined],
  ["/v1/channels/nightXm3u8/x", undefined],
])("%s is %s", (path, address) => {
  expect(addressOf(path)).toBe(address);
});
