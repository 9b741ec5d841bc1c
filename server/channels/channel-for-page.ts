import { cache } from "react";
import type { PublicChannel } from "@/core/channels/contract";
import { AppError } from "@/core/errors";
import { forPage } from "../http/for-page";
import { getPublicChannel } from "./get-public-channel";

/** A published channel for the page being rendered, or null while it is off the air. Asked once per request. */
export const channelForPage = cache(
  (slug: string): Promise<PublicChannel | null> =>
    forPage(() => getPublicChannel(decodeURIComponent(slug))).catch((thrown) => {
      if (thrown instanceof AppError && thrown.code === "resource.not_found") return null;
      throw thrown;
    }),
);
