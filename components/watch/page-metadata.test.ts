import { expect, test } from "vitest";
import type { PublicChannel } from "@/core/channels/contract";
import { watchMetadata } from "./page-metadata";

const channel = {
  name: "Harbour TV",
  description: "Ships.",
  watchUrl: "https://tv.example/watch/harbour-tv",
  hlsUrl: "https://tv.example/v1/channels/harbour-tv/master.m3u8",
  logoUrl: "https://tv.example/media/logo.png",
  now: { title: "Film", description: "", posterUrl: "https://tv.example/media/film.jpg" },
} as PublicChannel;

test("a page tells what is on, with its picture, its player and where its embedding is described", () => {
  const told = watchMetadata(channel);
  expect(told).toMatchObject({
    title: "Harbour TV: Film",
    description: "Ships.",
    openGraph: { images: [{ url: "https://tv.example/media/film.jpg", alt: "Film" }], type: "video.other" },
    twitter: { card: "player", players: [{ playerUrl: "https://tv.example/embed/watch/harbour-tv" }] },
  });
  expect(told.alternates?.types).toEqual({
    "application/json+oembed": [
      {
        url: "https://tv.example/v1/oembed?url=https%3A%2F%2Ftv.example%2Fwatch%2Fharbour-tv",
        title: "Harbour TV",
      },
    ],
  });
});

test("a break has the channel's logo, and no description is made up beyond its name", () => {
  const told = watchMetadata({ ...channel, description: "", now: null });
  expect(told).toMatchObject({ title: "Harbour TV", description: "Watch Harbour TV live." });
  expect(told.openGraph?.images).toEqual([{ url: "https://tv.example/media/logo.png", alt: "Harbour TV" }]);
});
