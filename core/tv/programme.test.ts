import { expect, test } from "vitest";
import { nowAndNext, tvProgramme } from "./programme";

const wire = (title: string, startsAt: string, endsAt: string) => ({
  title,
  description: "d".repeat(5000),
  startsAt,
  endsAt,
  posterUrl: null,
});
const news = tvProgramme(wire("News", "2026-05-03T20:00:00.000Z", "2026-05-03T20:15:00.000Z"));
const film = tvProgramme({
  ...wire("Film", "2026-05-03T20:20:00.000Z", "2026-05-03T22:00:00.000Z"),
  seriesTitle: "The Harbour",
  episodeLabel: "S2 E5",
  productionYear: null,
});

test("a television keeps of a programme what it shows, and no long texts", () => {
  expect(film.subtitle).toBe("The Harbour, S2 E5");
  expect(film.description).toHaveLength(300);
});

test("now ends where it ends, and next is what begins after this instant", () => {
  const at = (time: string) => {
    const { now, next } = nowAndNext([news, film], Date.parse(`2026-05-03T${time}.000Z`));
    return [now?.title ?? null, next?.title ?? null];
  };
  expect(at("20:00:00")).toEqual(["News", "Film"]);
  expect(at("20:15:00")).toEqual([null, "Film"]);
  expect(at("21:00:00")).toEqual(["Film", null]);
});
