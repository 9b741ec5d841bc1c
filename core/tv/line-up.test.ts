import { expect, test } from "vitest";
import type { Channel, PublicChannel } from "../channels/contract";
import { lineUp, neighbour } from "./line-up";

const face = (number: number) => ({
  id: `id-${number}`,
  slug: `channel-${number}`,
  number,
  name: `Channel ${number}`,
  description: "",
  logoUrl: null,
});
const onAir = (number: number) => ({ ...face(number), now: null, next: null }) as PublicChannel;
const own = (number: number, status: "draft" | "published") => ({ ...face(number), status }) as Channel;

test("channels stand by number, drafts of the owner among them, and each once", () => {
  const channels = lineUp([onAir(7), onAir(2)], [own(7, "published"), own(5, "draft"), own(9, "published")]);
  expect(channels.map(({ number, isDraft }) => [number, isDraft])).toEqual([
    [2, false],
    [5, true],
    [7, false],
  ]);
});

test("a channel that went on the air between two answers is no draft", () => {
  expect(lineUp([onAir(5)], [own(5, "draft")])).toMatchObject([{ number: 5, isDraft: false }]);
});

test("zapping goes around the ends, and from a channel that is gone to the nearest", () => {
  const channels = lineUp([onAir(2), onAir(5), onAir(7)], []);
  const next = (number: number, step: 1 | -1) => neighbour(channels, face(number), step)?.number;
  expect([next(2, 1), next(7, 1), next(2, -1)]).toEqual([5, 2, 7]);
  expect([next(4, 1), next(4, -1), next(9, 1), next(1, -1)]).toEqual([5, 2, 2, 7]);
  expect(neighbour([], face(1), 1)).toBeNull();
});
