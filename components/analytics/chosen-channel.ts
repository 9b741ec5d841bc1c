/** The channel that the figures are of; null for all. With a single one there is nothing to choose: all of it is that one. */
export function chosenChannel<T extends { id: string }>(channels: readonly T[], id: string | null): T | null {
  return channels.find((channel) => channel.id === id) ?? (channels.length === 1 ? (channels[0] ?? null) : null);
}
