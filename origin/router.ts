import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/server/env";
import { handleSignedPut, SIGNED_PUT_PATH } from "@/server/storage/disk-put";
import { handleTus, TUS_PATH } from "@/server/uploads/tus-node";
import { BEACON_PATH, beaconHandler } from "./beacons";
import { captionHandler, isCaptionPath } from "./captions";
import { asksDelay, catchUpHandlers, isProgrammePath } from "./catch-up";
import { databaseCatchUp } from "./catch-up-source";
import type { ChannelMemory } from "./channel-memory";
import { guideFeedHandler, isGuideFeedPath } from "./guide-feeds";
import { healthzHandler, readyzHandler } from "./health";
import type { LiveAudience } from "./live-audience";
import { LIVE_PATH, liveStreamHandler } from "./live-stream";
import { mediaHandler, slateHandler } from "./media";
import { ownForwarded } from "./own-forwarded";
import { isPlaylistPath, playlistHandler, playlistRecall } from "./playlists";
import { type Handler, pathOf, sendError, sendNotFound } from "./reply";
import { isTvPath, tvAppHandler } from "./tv-app";
import { isBrokenApiPath, isUnreadablePath, sendBrokenApiPath, sendUnreadablePath } from "./unreadable";

/**
 * Sends every request to its handler: audience paths are answered here, everything else by `other` (Next). Without
 * one, this server is an origin alone and knows no other path. `audience` serves the Studio's live figures.
 */
export function router(memory: ChannelMemory, other: Handler | null, audience: LiveAudience | null): Handler {
  const live = playlistHandler(memory);
  const catchUp = catchUpHandlers(databaseCatchUp);
  const playlists: Handler = (incoming, outgoing) =>
    (asksDelay(incoming.url ?? "") ? catchUp.delayed : live)(incoming, outgoing);
  const beacons = beaconHandler(env());
  const captions = captionHandler();
  const guideFeeds = ownForwarded(guideFeedHandler(), env());
  const media = mediaHandler();
  const slate = slateHandler();
  const readyz = readyzHandler();
  const signedPut = ownForwarded(handleSignedPut, env());
  // Bytes of resumable uploads do not pass through Next either; accounts are the Studio's, so not on an origin alone.
  const tus = other && ownForwarded(handleTus, env());
  // The TV app asks the API, which an origin alone does not answer.
  const tvApp = other && tvAppHandler(env());
  const liveFigures = audience && ownForwarded(liveStreamHandler(audience), env());
  const handlerOf = (path: string): Handler => {
    if (isUnreadablePath(path)) return sendUnreadablePath;
    if (isBrokenApiPath(path)) return sendBrokenApiPath;
    if (isPlaylistPath(path)) return playlists;
    if (isProgrammePath(path)) return catchUp.programme;
    if (path.startsWith(BEACON_PATH)) return beacons;
    if (isCaptionPath(path)) return captions;
    if (isGuideFeedPath(path)) return guideFeeds;
    if (path.startsWith("/media/")) return media;
    if (path.startsWith("/slate/")) return slate;
    if (path.startsWith(SIGNED_PUT_PATH)) return signedPut;
    if (tus && path.startsWith(TUS_PATH)) return tus;
    if (liveFigures && path === LIVE_PATH) return liveFigures;
    if (tvApp && isTvPath(path)) return tvApp;
    if (path === "/healthz") return healthzHandler;
    if (path === "/readyz") return readyz;
    return other ?? nothingHere;
  };
  const recalled = playlistRecall(memory);
  return (incoming, outgoing) => {
    if (recalled(incoming, outgoing)) return;
    const answered = handlerOf(pathOf(incoming))(incoming, outgoing);
    return answered?.catch((thrown) => sendError(incoming, outgoing, thrown));
  };
}

function nothingHere(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  return sendNotFound(incoming, outgoing, "The page");
}
