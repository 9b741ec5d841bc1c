import { headers } from "next/headers";
import { cache } from "react";
import type { PublicChannel } from "@/core/channels/contract";
import { AppError } from "@/core/errors";
import { ownOrigin } from "../http/own-origin";
import { callContext } from "../log";
import { getPublicChannel } from "./get-public-channel";

/** A published channel for the page being rendered, or null while it is off the air. Asked once per request. */
export const channelForPage = cache(async (slug: string): Promise<PublicChannel | null> => {
  const request = new Request("http://localhost", { headers: await headers() });
  const call = { requestId: "page", origin: ownOrigin(request) };
  return callContext
    .run(call, () => getPublicChannel(decodeURIComponent(slug)))
    .catch((thrown) => {
      if (thrown instanceof AppError && thrown.code === "resource.not_found") return null;
      throw thrown;
    });
});
