import { SearchQuery, SearchResults } from "@/core/search/contract";
import { v1Route } from "@/server/http/route";
import { searchGuide } from "@/server/search/search-guide";

export const GET = v1Route({
  id: "searchGuide",
  tag: "Search",
  scope: "public",
  summary: "Channels on the air, and programmes that air now or within two weeks, by their words",
  limit: "search",
  cors: true,
  query: SearchQuery,
  reply: SearchResults,
  handle: (_, { query }) => searchGuide(query, new Date()),
});
