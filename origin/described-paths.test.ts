import { expect, test } from "vitest";
import { PARAMETERS } from "@/core/openapi/parameters";
import { AUDIENCE_OPERATIONS } from "@/server/http/openapi/audience-operations";
import { BEACON_PATH } from "./beacons";
import { isCaptionPath } from "./captions";
import { isProgrammePath } from "./catch-up";
import { isGuideFeedPath } from "./guide-feeds";
import { LIVE_PATH } from "./live-stream";
import { isPlaylistPath } from "./playlists";

const ANSWERED = [
  isPlaylistPath,
  isProgrammePath,
  isCaptionPath,
  isGuideFeedPath,
  (path: string) => path.startsWith(BEACON_PATH),
  (path: string) => path === LIVE_PATH,
];

test.each(Object.keys(AUDIENCE_OPERATIONS))("%s, as it is described, is answered by this server", (path) => {
  const example = path.replace(/\{(\w+)\}/g, (_, name: string) => String(PARAMETERS[name]?.example));
  expect(ANSWERED.filter((answers) => answers(example))).toHaveLength(1);
});
