import { expect, test } from "vitest";
import { episodeLabel } from "./episode-label";

test.each([
  [2, 5, "S2 E5"],
  [0, 1, "S0 E1"],
  [2, null, "S2"],
  [null, 5, "E5"],
  [null, null, null],
])("season %s, episode %s is %s", (seasonNumber, episodeNumber, label) => {
  expect(episodeLabel({ seasonNumber, episodeNumber })).toBe(label);
});
