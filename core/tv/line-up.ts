import type { Channel, PublicChannel } from "../channels/contract";
import { type TvProgramme, tvProgramme } from "./programme";

/** A channel as a television lists it. */
export interface TvChannel {
  id: string;
  slug: string;
  number: number;
  name: string;
  description: string;
  logoUrl: string | null;
  /** Not on the air: only its owner sees it. */
  isDraft: boolean;
  /** What was known of its programmes when the list was read, oldest first. */
  listed: TvProgramme[];
}

type Face = Pick<PublicChannel, "id" | "slug" | "number" | "name" | "description" | "logoUrl">;

/** All channels that a television can tune to, by number: those on the air, and the drafts of whoever is signed in. */
export function lineUp(published: readonly PublicChannel[], own: readonly Channel[]): TvChannel[] {
  const onAir = new Map<string, TvChannel>();
  for (const channel of published) {
    const listed = [channel.now, channel.next].filter((each) => each !== null).map(tvProgramme);
    onAir.set(channel.id, { ...face(channel), isDraft: false, listed });
  }
  const drafts = own.filter(({ id, status }) => status === "draft" && !onAir.has(id));
  return [...onAir.values(), ...drafts.map((channel) => ({ ...face(channel), isDraft: true, listed: [] }))].sort(
    (a, b) => a.number - b.number,
  );
}

function face({ id, slug, number, name, description, logoUrl }: Face) {
  return { id, slug, number, name, description, logoUrl };
}

/**
 * The channel that is `step` places up (or down) from one, around the end of the list. From one that is no longer
 * listed it goes to the nearest by number.
 */
export function neighbour(channels: readonly TvChannel[], from: { id: string; number: number }, step: 1 | -1) {
  if (channels.length === 0) return null;
  const at = channels.findIndex(({ id }) => id === from.id);
  if (at >= 0) return channels[(at + step + channels.length) % channels.length] ?? null;
  const above = channels.findIndex(({ number }) => number > from.number);
  const next = Math.max(above, 0);
  return channels[step === 1 ? next : (next - 1 + channels.length) % channels.length] ?? null;
}
