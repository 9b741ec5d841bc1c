import { expect, test } from "vitest";
import type { PublicChannel } from "./contract";
import { scriptJson, structuredData } from "./structured-data";

const film = {
  title: "Film",
  description: "",
  startsAt: "2026-05-03T20:00:00.000Z",
  endsAt: "2026-05-03T21:00:00.000Z",
  posterUrl: "https://tv.example/media/a/landscape.jpg",
};
const channel = {
  name: "Harbour TV",
  description: "Ships.",
  watchUrl: "https://tv.example/watch/harbour-tv",
  logoUrl: null,
  now: film,
  next: { ...film, title: "News", startsAt: film.endsAt, endsAt: "2026-05-03T21:15:00.000Z" },
} as PublicChannel;

test("what is on is a live video with its showing and the next", () => {
  const data = structuredData(channel);
  expect(data).toMatchObject({ "@type": "VideoObject", name: "Harbour TV: Film", description: "Ships." });
  expect(data?.embedUrl).toBe("https://tv.example/embed/watch/harbour-tv");
  expect(data?.publication).toMatchObject([
    { "@type": "BroadcastEvent", isLiveBroadcast: true, startDate: film.startsAt, endDate: film.endsAt },
    { name: "News", startDate: film.endsAt },
  ]);
});

test("without a picture, or with nothing on, there is no video to tell of", () => {
  expect(structuredData({ ...channel, now: null })).toBeNull();
  expect(structuredData({ ...channel, now: { ...film, posterUrl: null } })).toBeNull();
});

test("no title ends the script", () => {
  const text = scriptJson({ title: "</script><script>alert(1)</script>" });
  expect(text).not.toContain("<");
  expect(JSON.parse(text)).toEqual({ title: "</script><script>alert(1)</script>" });
});
