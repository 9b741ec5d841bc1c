import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { RENDITIONS } from "./media-playlist";
import { history, type Observed, observe, type Poll } from "./testing/channel-history";
import { type ReadPlaylist, type ReadSegment, readPlaylist } from "./testing/read-playlist";
import { type Playlists, playlistsAt, type SimulatedChannel } from "./testing/simulated-channel";

vi.setConfig({ testTimeout: 60_000 }); // a second or two each, on a machine that does nothing else

/** As `expect(seen).toBe(expected)`, which costs microseconds even when it holds; here it runs millions of times. */
function same(seen: unknown, expected: unknown): void {
  if (seen !== expected) expect(seen).toBe(expected);
}

function holds(condition: boolean): void {
  if (!condition) expect.fail("the clause does not hold");
}

/** Most polls see what the poll before saw. */
const known = new Map<string, ReadPlaylist>();
function read(text: string): ReadPlaylist {
  if (known.size > 500) known.clear();
  const playlist = known.get(text) ?? readPlaylist(text);
  known.set(text, playlist);
  return playlist;
}

/** Lives through random histories and holds what audiences saw against one clause of LINEAR.md's checklist. */
function always(check: (seen: Seen) => void, numRuns = 40): void {
  fc.assert(
    fc.property(history, (lived) => check(seenIn(observe(lived)))),
    { numRuns },
  );
}

interface Seen extends Observed {
  /** Polls that got playlists, in order of time, with the 1080p one read. */
  answers: { poll: Poll; playlists: Playlists; video: ReadPlaylist }[];
  /** Each poll with the one before it, while the channel stayed on air. */
  pairs: [ReadPlaylist, ReadPlaylist][];
}

function seenIn(observed: Observed): Seen {
  const answers = observed.polls.flatMap((poll) =>
    poll.fresh ? [{ poll, playlists: poll.fresh, video: read(poll.fresh["1080p"]) }] : [],
  );
  const pairs = answers
    .slice(1)
    .map((later, index): [ReadPlaylist, ReadPlaylist] => [answers[index]!.video, later.video]);
  return { ...observed, answers, pairs };
}

const playlistAt = (channel: SimulatedChannel, nowMs: number) =>
  playlistsAt(channel.line, channel.tables, nowMs)!["1080p"];
const lastOf = (playlist: ReadPlaylist): ReadSegment => playlist.segments.at(-1)!;

test("1: MEDIA-SEQUENCE grows by one per removed segment and never goes back, off air included", () => {
  always(({ pairs, answers }) => {
    const uriOf = new Map<number, string>();
    for (const { video } of answers) {
      for (const { mediaSequence, uri } of video.segments) {
        same(uriOf.get(mediaSequence) ?? uri, uri);
        uriOf.set(mediaSequence, uri);
      }
    }
    for (const [before, after] of pairs) {
      holds(after.mediaSequence >= before.mediaSequence);
      holds(lastOf(after).mediaSequence >= lastOf(before).mediaSequence);
    }
  });
});

test("2: DISCONTINUITY-SEQUENCE is always there and grows only by the DISCONTINUITY tags that left the window", () => {
  always(({ channel, answers }) => {
    const tagsBefore = (mediaSequence: number) =>
      channel.line.filter((airing) => airing.mediaSequence < mediaSequence).length;
    for (const { video } of answers) {
      same(video.header.has("EXT-X-DISCONTINUITY-SEQUENCE"), true);
      same(video.discontinuitySequence, tagsBefore(video.mediaSequence));
    }
  });
});

test("3: the same content has the same discontinuity number in all variants and audio, at any time", () => {
  always(({ answers }) => {
    const numberOf = new Map<number, number>();
    for (const { playlists } of answers) {
      for (const name of RENDITIONS) {
        for (const segment of read(playlists[name]).segments) {
          const known = numberOf.get(segment.mediaSequence) ?? segment.discontinuitySequence;
          same(segment.discontinuitySequence, known);
          numberOf.set(segment.mediaSequence, known);
        }
      }
    }
  }, 30);
});

test("4: media sequence numbers are aligned across variants and audio", () => {
  always(({ answers }) => {
    for (const { playlists, video } of answers) {
      for (const name of RENDITIONS) {
        const playlist = read(playlists[name]);
        same(numbersOf(playlist), numbersOf(video));
      }
    }
  }, 30);
});

const numbersOf = (playlist: ReadPlaylist) =>
  playlist.segments.map((segment) => `${segment.mediaSequence} ${numberInUri(segment)}`).join();
const numberInUri = (segment: ReadSegment) => segment.uri.split("/").at(-1);

test("5: TARGETDURATION is 5 in every playlist and no EXTINF rounds above it", () => {
  always(({ answers }) => {
    for (const { playlists } of answers) {
      for (const name of RENDITIONS) {
        const playlist = read(playlists[name]);
        same(playlist.header.get("EXT-X-TARGETDURATION"), "5");
        for (const segment of playlist.segments) holds(Math.round(segment.seconds) <= 5);
      }
    }
  }, 30);
});

test("6: every change of item has a DISCONTINUITY and a fresh MAP, loops of the slate included", () => {
  always(({ answers }) => {
    const folderOf = (segment: ReadSegment) => segment.uri.slice(0, segment.uri.lastIndexOf("/"));
    for (const { playlists } of answers) {
      for (const name of RENDITIONS) {
        const { segments } = read(playlists[name]);
        same(segments[0]!.hasOwnMap, true);
        for (const [index, segment] of segments.entries()) {
          same(segment.map, `${folderOf(segment)}/init.mp4`);
          if (segment.discontinuity) same(segment.hasOwnMap, true);
          const previous = segments[index - 1];
          if (!previous) continue;
          const goesOn =
            folderOf(previous) === folderOf(segment) &&
            Number.parseInt(numberInUri(segment)!, 10) === Number.parseInt(numberInUri(previous)!, 10) + 1;
          if (!goesOn) same(segment.discontinuity, true);
        }
      }
    }
  }, 30);
});

test("7: PROGRAM-DATE-TIME is on the first segment and after every discontinuity, continuous, equal across renditions", () => {
  always(({ answers }) => {
    for (const { playlists, video } of answers) {
      holds(video.segments[0]!.dateMs !== null);
      let expectedMs = video.segments[0]!.dateMs!;
      for (const segment of video.segments) {
        if (segment.discontinuity) holds(segment.dateMs !== null);
        if (segment.dateMs !== null) holds(Math.abs(segment.dateMs - expectedMs) <= 1);
        expectedMs = (segment.dateMs ?? expectedMs) + segment.seconds * 1000;
      }
      for (const name of RENDITIONS) {
        same(datesOf(read(playlists[name])), datesOf(video));
      }
    }
  }, 30);
});

const datesOf = (playlist: ReadPlaylist) => playlist.segments.map((segment) => segment.dateMs).join();

test("7: a segment keeps its PROGRAM-DATE-TIME, and the end of the last lies less than a segment in the past", () => {
  always(({ answers }) => {
    const dateOf = new Map<number, number>();
    for (const { video, poll } of answers) {
      for (const { mediaSequence, dateMs } of video.segments) {
        same(dateOf.get(mediaSequence) ?? dateMs, dateMs);
        dateOf.set(mediaSequence, dateMs!);
      }
      const endsAtMs = lastOf(video).dateMs! + lastOf(video).seconds * 1000;
      holds(endsAtMs <= poll.nowMs + 1);
      holds(poll.nowMs - endsAtMs < 5_010);
    }
  });
});

test("8: the window has at least 60 s and 10 segments from the first playlist on, and no segment more than that needs", () => {
  always(({ answers }) => {
    for (const { video } of answers) {
      const seconds = video.segments.reduce((sum, segment) => sum + segment.seconds, 0);
      holds(seconds >= 59.999);
      holds(video.segments.length >= 10);
      const spare = seconds - video.segments[0]!.seconds;
      same(spare < 60.001 || video.segments.length === 10, true);
    }
  });
});

test("9: a new segment comes at least every 1.5 target durations, slate included", () => {
  always(({ channel, answers }) => {
    const last = answers.at(-1);
    for (let nowMs = last!.poll.nowMs; nowMs < last!.poll.nowMs + 120_000; nowMs += 7_500) {
      channel.published = true;
      channel.commit(nowMs);
      const before = lastOf(read(playlistAt(channel, nowMs)));
      channel.commit(nowMs + 7_500);
      const after = lastOf(read(playlistAt(channel, nowMs + 7_500)));
      holds(after.mediaSequence > before.mediaSequence);
    }
  });
});

test("10: between two fetches a playlist only appends, drops from the head and raises the two counters", () => {
  always(({ pairs }) => {
    for (const [before, after] of pairs) {
      const kept = before.segments.filter((segment) => segment.mediaSequence >= after.mediaSequence);
      const still = after.segments.slice(0, kept.length);
      same(still.map(factsOf).join(), kept.map(factsOf).join());
      holds(after.discontinuitySequence >= before.discontinuitySequence);
    }
  });
});

const factsOf = ({ hasOwnMap: _, ...segment }: ReadSegment) => JSON.stringify(segment);

test("11: an instance that remembers answers the same bytes as one that reads the database", () => {
  always(({ polls }) => {
    for (const poll of polls) {
      for (const name of RENDITIONS) same(poll.remembered?.[name], poll.fresh?.[name]);
    }
  });
});

test("13: EXTINF is the measured duration of the rendition's own track, with six decimals", () => {
  always(({ answers, channel }) => {
    const airingOf = (mediaSequence: number) =>
      channel.line.findLast((airing) => airing.mediaSequence <= mediaSequence)!;
    for (const { playlists } of answers) {
      for (const name of ["480p", "audio"] as const) {
        for (const segment of read(playlists[name]).segments) {
          const airing = airingOf(segment.mediaSequence);
          const table = channel.tables.get(airing.encodingId ?? "slate")!;
          const track = name === "audio" ? table.audio : table.video;
          const index = airing.firstSegment + segment.mediaSequence - airing.mediaSequence;
          same(segment.extinf, (track.ticks[index]! / track.timescale).toFixed(6));
        }
      }
    }
  }, 30);
});

test("14: no PLAYLIST-TYPE and no ENDLIST while published", () => {
  always(({ answers }) => {
    for (const { playlists } of answers) {
      for (const name of RENDITIONS) holds(!/EXT-X-PLAYLIST-TYPE|EXT-X-ENDLIST/.test(playlists[name]));
    }
  }, 20);
});
