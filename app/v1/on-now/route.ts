import { OnNow, OnNowQuery } from "@/core/front/contract";
import { onNow } from "@/server/channels/on-now";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "listOnNow",
  tag: "Public guide",
  scope: "public",
  summary: "What is on across the channels on the air, by category",
  description:
    "Without `category` the first twelve channels of each; with it one page of that category. Channels that show a programme come first, then those that more people watch. The answer may be five seconds old.",
  cors: true,
  query: OnNowQuery,
  reply: OnNow,
  handle: (_, { query }) => onNow(query),
});
