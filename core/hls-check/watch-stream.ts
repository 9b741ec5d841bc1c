import type { Finding } from "./finding";
import type { Reply } from "./reply-rules";
import { type FileRequest, StreamJudge } from "./stream-judge";

/** Everything that the checker needs of the world around it. */
export interface World {
  /** Never rejects: what fails is a reply with status 0. `firstBytes` limits how much of a file is wanted. */
  ask(url: string, firstBytes: number | null): Promise<Reply>;
  now(): number;
  /** Waits, or returns at once when the check was stopped. */
  sleep(ms: number): Promise<void>;
  isStopped(): boolean;
}

export interface Progress {
  elapsedMs: number;
  playlistsRead: number;
  segmentsChecked: number;
  findings: Finding[];
}

export type Outcome =
  /** It could not be checked, and why. */
  | { kind: "unreachable"; reason: string }
  /** Nothing is on air at this address. */
  | { kind: "not-found" }
  | { kind: "not-a-playlist" }
  /** `leftAir` when the stream ended properly, for all playlists at once, while it was watched. */
  | ({ kind: "checked"; leftAir: boolean; renditions: string[] } & Progress);

const FILES_AT_ONCE = 4;
const SHORTEST_ROUND_MS = 500;
const LONGEST_ROUND_MS = 3_000;
/** The master playlist is read again in every so many rounds. */
const MASTER_EVERY = 5;

/**
 * Watches a live stream for a time: polls every playlist twice per target duration, looks at every file they list,
 * and judges all of it. `onProgress` is called after each round of playlists.
 */
export async function watchStream(
  url: string,
  seconds: number,
  world: World,
  onProgress: (progress: Progress) => void = () => {},
): Promise<Outcome> {
  const judge = new StreamJudge(url);
  const startedAtMs = world.now();
  const entry = await world.ask(url, null);
  if (entry.status === 0) return { kind: "unreachable", reason: entry.failure ?? "there was no answer" };
  if (entry.status === 404 || entry.status === 410) return { kind: "not-found" };
  if (entry.status !== 200) return { kind: "unreachable", reason: `it answered ${entry.status}` };
  try {
    judge.takeEntry(entry);
  } catch {
    return { kind: "not-a-playlist" };
  }
  let playlistsRead = 1;
  let isOver = false;
  let leftAir = false;
  const progress = (): Progress => ({
    elapsedMs: world.now() - startedAtMs,
    playlistsRead,
    segmentsChecked: judge.segmentsChecked,
    findings: judge.findings.all,
  });

  const queue: FileRequest[] = [];
  let rounds = 0;
  const readMaster = async () => {
    const reply = await world.ask(url, null);
    if (reply.status === 200) judge.takeEntry(reply);
  };
  /** Asks for init segments, without which the segments cannot be read; answers what is left. */
  const initsFirst = async (requests: FileRequest[]) => {
    const inits = requests.filter((request) => request.kind === "init");
    const replies = await Promise.all(inits.map((request) => world.ask(request.url, request.firstBytes)));
    for (const [index, reply] of replies.entries()) judge.takeFile(inits[index] as FileRequest, reply);
    return requests.filter((request) => request.kind !== "init");
  };
  const lookAtFiles = async () => {
    while (!world.isStopped()) {
      const request = queue.shift();
      if (request) judge.takeFile(request, await world.ask(request.url, request.firstBytes));
      else if (isOver) return;
      else await world.sleep(50);
    }
  };
  const readPlaylists = async () => {
    while (!world.isStopped()) {
      const sentAtMs = world.now();
      const replies = await Promise.all(
        judge.playlists.map(async ({ rendition, url: address }) => ({
          rendition,
          reply: await world.ask(address, null),
        })),
      );
      if (world.isStopped()) return;
      if (replies.some(({ reply }) => reply.status === 404 || reply.status === 410)) {
        const again = await world.ask(url, null);
        leftAir = again.status === 404 || again.status === 410;
        if (leftAir) return;
      }
      for (const { rendition, reply } of replies) judge.takePlaylist(rendition, reply);
      playlistsRead += replies.length;
      if (judge.hasMaster && ++rounds % MASTER_EVERY === 0) await readMaster();
      queue.push(...(await initsFirst(judge.filesToAsk())));
      onProgress(progress());
      if (world.now() - startedAtMs >= seconds * 1000) return;
      const roundMs = Math.min(LONGEST_ROUND_MS, Math.max(SHORTEST_ROUND_MS, (judge.targetDuration ?? 0) * 500));
      await world.sleep(Math.max(0, roundMs - (world.now() - sentAtMs)));
    }
  };
  const files = Array.from({ length: FILES_AT_ONCE }, lookAtFiles);
  await readPlaylists().finally(() => {
    isOver = true;
  });
  await Promise.all(files);
  const renditions = judge.playlists.map(({ rendition }) => rendition);
  return { kind: "checked", leftAir, renditions, ...progress() };
}
