/** Under which names the answers about content are kept in the browser. */
export const contentKeys = {
  all: ["content"] as const,
  lists: ["content", "list"] as const,
  labels: ["content", "labels"] as const,
  allEpisodes: ["content", "episodes"] as const,
  episodes: (seriesId: string) => ["content", "episodes", seriesId] as const,
  item: (id: string) => ["content", "item", id] as const,
};
