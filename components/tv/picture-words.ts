import type { StreamState } from "./stream";

export interface PictureFacts {
  /** The list of channels was read at least once. */
  wasRead: boolean;
  isEmpty: boolean;
  isOnline: boolean;
  isSignedIn: boolean;
  state: StreamState;
  channelName: string;
}

/** What is said over the picture; without a title only that it takes a moment. */
export interface PictureWords {
  title: string;
  text: string;
  isBusy: boolean;
}

const BY_ITSELF = "The picture returns by itself.";

/** What keeps the picture away, in words; null when nothing does. */
export function pictureWords(facts: PictureFacts): PictureWords | null {
  const { wasRead, isEmpty, isOnline, isSignedIn, state, channelName } = facts;
  const still = (title: string, text: string) => ({ title, text, isBusy: false });
  if (!isOnline) return still("No network", BY_ITSELF);
  if (!wasRead) return { title: "", text: "", isBusy: true };
  if (isEmpty) {
    const hint = isSignedIn
      ? "Make one in the Studio. It appears here by itself."
      : "Press ▶ and sign in to see your own channels.";
    return still("No channel is on the air", hint);
  }
  if (state === "playing") return null;
  if (state === "offAir") {
    return still(`${channelName} is off the air`, "The picture returns when it is back. ▲▼ for other channels.");
  }
  if (state === "unsupported") {
    return still("This TV cannot play live channels", "Its browser lacks Media Source Extensions.");
  }
  if (state === "recovering") return { title: "One moment", text: BY_ITSELF, isBusy: true };
  return { title: "", text: "", isBusy: true };
}
