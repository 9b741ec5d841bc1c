import { ByIdOrSlug, PublicChannel } from "@/core/channels/contract";
import { getPublicChannel } from "@/server/channels/get-public-channel";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "getPublicChannel",
  tag: "Public guide",
  scope: "public",
  summary: "A channel on the air, with what it plays now and next",
  cors: true,
  params: ByIdOrSlug,
  reply: PublicChannel,
  handle: (_, { params }) => getPublicChannel(params.idOrSlug),
});
