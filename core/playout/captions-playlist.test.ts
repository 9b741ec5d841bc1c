import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { history, observe } from "./testing/channel-history";
import { readPlaylist } from "./testing/read-playlist";

vi.setConfig({ testTimeout: 60_000 }); // a second or two, on a machine that does nothing else

test("17: the captions list one segment for each of the pictures: same numbers, dates and lengths, and no MAP", () => {
  let withCaptions = 0;
  fc.assert(
    fc.property(history, (lived) => {
      const { polls, channel } = observe(lived);
      for (const { fresh, remembered } of polls) {
        if (!fresh) continue;
        expect(remembered?.captions).toBe(fresh.captions);
        const [video, captions] = [readPlaylist(fresh["1080p"]), readPlaylist(fresh.captions)];
        expect(captions.segments.map(({ uri: _, map: __, hasOwnMap: ___, ...facts }) => facts)).toEqual(
          video.segments.map(({ uri: _, map: __, hasOwnMap: ___, ...facts }) => facts),
        );
        for (const [index, { uri, map, mediaSequence }] of captions.segments.entries()) {
          const airing = channel.line.findLast((each) => each.mediaSequence <= mediaSequence)!;
          const number = /(\d{5})\.m4s$/.exec(video.segments[index]!.uri)![1];
          const { contentItemId, encodingId, captionId } = airing;
          expect(map).toBeNull();
          expect(uri).toBe(
            captionId
              ? `/v1/captions/${contentItemId}/${encodingId}/${captionId}/${number}.vtt`
              : `/v1/captions/none.vtt?${Number(number)}`,
          );
          if (captionId) withCaptions++;
        }
      }
    }),
    { numRuns: 10, endOnFailure: true },
  );
  expect(withCaptions).toBeGreaterThan(0);
});
