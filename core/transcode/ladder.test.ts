import { expect, test } from "vitest";
import { ladderFor } from "./ladder";

const shown = (width: number, height: number) =>
  ladderFor({ width, height }).map((rung) => `${rung.name} ${rung.width}x${rung.height}`);

test.each([
  [1920, 1080, ["1080p 1920x1080", "720p 1280x720", "480p 854x480", "360p 640x360"]],
  [3840, 2160, ["1080p 1920x1080", "720p 1280x720", "480p 854x480", "360p 640x360"]],
  [1920, 800, ["1080p 1920x800", "720p 1280x534", "480p 854x356", "360p 640x266"]],
  [1080, 1920, ["1080p 608x1080", "720p 406x720", "480p 270x480", "360p 202x360"]],
  [1280, 720, ["720p 1280x720", "480p 854x480", "360p 640x360"]],
  [1600, 900, ["720p 1280x720", "480p 854x480", "360p 640x360"]],
  [853, 479, ["480p 852x478", "360p 640x360"]],
  [320, 181, ["360p 320x180"]],
  [2, 2, ["360p 16x16"]],
])("%i×%i gives the rungs that it can fill", (width, height, rungs) => {
  expect(shown(width, height)).toEqual(rungs);
});

test("no rung is larger than its source, odd or out of shape by more than a pixel", () => {
  for (let width = 16; width < 4200; width += 37) {
    for (let height = 16; height < 2400; height += 41) {
      for (const rung of ladderFor({ width, height })) {
        expect(rung.width % 2 || rung.height % 2).toBe(0);
        expect(rung.width).toBeLessThanOrEqual(width);
        expect(rung.height).toBeLessThanOrEqual(height);
        const scale = Math.max(rung.width / width, rung.height / height);
        const apart = Math.max(width * scale - rung.width, height * scale - rung.height);
        if (Math.min(rung.width, rung.height) > 16)
          expect(apart).toBeLessThanOrEqual(2 * Math.max(1, width / height, height / width));
      }
    }
  }
});
