import { stat } from "node:fs/promises";
import path from "node:path";
import { completeUpload, initDirectUpload, initTusUpload } from "@/generated/client/sdk.gen";
import { command } from "./command";
import { Failure, usage } from "./failure";
import { findChannel } from "./find-channel";
import { type Fingerprint, type Kept, keptUploads } from "./kept-uploads";
import { rateNote } from "./progress";
import { sendByPut, sendByTus } from "./send-bytes";
import type { Session } from "./session";
import { bytesText } from "./text-of";
import { type Settled, settledText, untilSettled } from "./until-settled";

/** Up to here one PUT is quicker than asking, sending and asking again. */
const DIRECT_BYTES = 16 * 1024 * 1024;

interface Uploaded {
  file: string;
  contentItemId: string;
}

interface Wish {
  file: string;
  sizeBytes: number;
  print: Fingerprint;
  title?: string;
  channelId?: string;
}

export const upload = command({
  name: "upload",
  operands: "FILE…",
  count: [1, 1000],
  summary: "Upload files; what broke off goes on where it stopped when the same command runs again",
  options: {
    title: { type: "string", value: "TEXT", about: "Title of the item, for a single file; else the name of the file" },
    channel: { type: "string", value: "CHANNEL", about: "Channel that the items belong to" },
    wait: { type: "boolean", about: "Wait until the items are ready" },
  },
  run: async (files, { title, channel, wait }, session) => {
    if (title !== undefined && files.length > 1) throw usage("--title is for a single file.");
    const wishes = await Promise.all(files.map((file) => wishOf(file, session)));
    const channelId = channel && (await findChannel(channel, session)).id;
    const uploaded: Uploaded[] = [];
    for (const wish of wishes) {
      const contentItemId = await uploadOne({ ...wish, title, channelId }, session);
      const done = { file: wish.file, contentItemId };
      session.progress.settle(wish.file, `${wish.file}: uploaded, ${bytesText(wish.sizeBytes)}, item ${contentItemId}`);
      uploaded.push(done);
    }
    const text = uploaded.map(({ contentItemId }) => contentItemId).join("\n");
    if (!wait) return { text, json: { items: uploaded } };
    const settled = await untilSettled(
      uploaded.map(({ contentItemId }) => contentItemId),
      session,
    );
    return waitedResult(uploaded, settled);
  },
});

function waitedResult(uploaded: Uploaded[], settled: Settled[]) {
  const items = uploaded.map((each, at) => ({ ...each, ...settled[at] }));
  return { text: settledText(settled), json: { items }, failed: settled.some(({ status }) => status !== "ready") };
}

/** Looks at a file before anything is sent, so that a wrong name among many is found at once. */
async function wishOf(word: string, { folder, account }: Session): Promise<Wish> {
  const file = path.resolve(folder, word);
  const facts = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw usage(error.code === "ENOENT" ? `There is no file ${word}.` : `${word} cannot be read: ${error.message}`);
  });
  if (!facts.isFile()) throw usage(`${word} is no file.`);
  if (facts.size === 0) throw usage(`${word} is empty.`);
  const print = { server: account.url, file, sizeBytes: facts.size, modifiedMs: facts.mtimeMs };
  return { file: word, sizeBytes: facts.size, print };
}

/** Goes on with an upload that was begun; begins anew where the server knows it no more. */
async function uploadOne(wish: Wish, session: Session): Promise<string> {
  const kept = keptUploads(session.stateFolder);
  const earlier = await kept.find(wish.print, session.now());
  try {
    if (earlier) return await send(wish, earlier, session);
  } catch (thrown) {
    if (!(thrown instanceof Failure) || !["upload.gone", "resource.not_found"].includes(thrown.code)) throw thrown;
    await kept.forget(wish.print);
  }
  return send(wish, await begin(wish, session), session);
}

function isDirect({ sizeBytes }: Wish): boolean {
  return sizeBytes <= DIRECT_BYTES;
}

const CONTENT_TYPE = "application/octet-stream";

async function begin(wish: Wish, session: Session): Promise<Kept> {
  const { title, channelId, sizeBytes } = wish;
  const { client } = session;
  const common = {
    filename: path.basename(wish.file),
    sizeBytes,
    ...(title && { title }),
    ...(channelId && { channelId }),
  };
  const { data } = isDirect(wish)
    ? await initDirectUpload({ client, body: { ...common, contentType: CONTENT_TYPE }, throwOnError: true })
    : await initTusUpload({ client, body: common, throwOnError: true });
  const { contentItemId, uploadUrl, expiresInSeconds } = data;
  const begun = { contentItemId, uploadUrl, expiresAtMs: session.now() + expiresInSeconds * 1000 };
  await keptUploads(session.stateFolder).keep(wish.print, begun);
  return begun;
}

async function send(wish: Wish, { contentItemId, uploadUrl }: Kept, session: Session): Promise<string> {
  const { account, signal, progress, client, now } = session;
  const { sizeBytes, print } = wish;
  const startedMs = now();
  let first: number | undefined;
  const onProgress = (sent: number) => {
    first ??= sent;
    const note = rateNote(sent, sizeBytes, sent - first, now() - startedMs);
    progress.show({ name: wish.file, done: sent, total: sizeBytes, note });
  };
  onProgress(0);
  first = undefined;
  const sending = { file: print.file, sizeBytes, uploadUrl, account, signal, onProgress };
  if (isDirect(wish)) {
    await sendByPut(sending, CONTENT_TYPE);
    await completeUpload({ client, body: { contentItemId }, throwOnError: true });
  } else {
    await sendByTus(sending);
  }
  await keptUploads(session.stateFolder).forget(print);
  return contentItemId;
}
