/** An item that may play: what the choice needs to know of it. Its segment table is looked up by `encodingId`. */
export interface PlayableItem {
  contentItemId: string;
  encodingId: string;
  durationMs: number;
}

/**
 * The filler that starts at `atUs` in a gap with `leftUs` to go: chosen by a hash of channel and instant, so that the
 * same gap always gets the same filler. Never the item that played just before if there is another, and one that
 * fits the rest of the gap if there is one. Null without filler.
 */
export function chooseFiller(
  filler: readonly PlayableItem[],
  gap: { channelId: string; atUs: number; leftUs: number; previousItemId: string | null },
): PlayableItem | null {
  const others = filler.filter((item) => item.contentItemId !== gap.previousItemId);
  const allowed = others.length > 0 ? others : filler;
  const fitting = allowed.filter((item) => item.durationMs * 1000 <= gap.leftUs);
  const candidates = fitting.length > 0 ? fitting : allowed;
  return candidates[hash(`${gap.channelId} ${gap.atUs}`) % candidates.length] ?? null;
}

/**
 * The item of a loop that follows `previousItemId`. The loop is in order of id, which for UUIDv7 is the order of
 * creation; so the place in the loop is known even when the previous item was removed meanwhile.
 */
export function nextInLoop(loop: readonly PlayableItem[], previousItemId: string | null): PlayableItem | null {
  const following = previousItemId === null ? undefined : loop.find((item) => item.contentItemId > previousItemId);
  return following ?? loop[0] ?? null;
}

/** FNV-1a with a final mix, so that instants a few seconds apart choose differently. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
