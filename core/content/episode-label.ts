export interface EpisodeNumbers {
  seasonNumber: number | null;
  episodeNumber: number | null;
}

/** How a guide names an episode: "S2 E5", "S2" or "E5" where only one number is known, null where none is. */
export function episodeLabel({ seasonNumber, episodeNumber }: EpisodeNumbers): string | null {
  const parts = [];
  if (seasonNumber !== null) parts.push(`S${seasonNumber}`);
  if (episodeNumber !== null) parts.push(`E${episodeNumber}`);
  return parts.length > 0 ? parts.join(" ") : null;
}
