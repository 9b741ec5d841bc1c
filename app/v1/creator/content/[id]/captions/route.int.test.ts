import { text } from "node:stream/consumers";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedContent, seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { whileStorageIsFull } from "@/scripts/testing/full-storage";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { storage } from "@/server/storage/create-storage";
import * as detail from "../route";
import * as one from "./[captionId]/route";
import * as route from "./route";

const SUBRIP = "1\n00:00:01,000 --> 00:00:02,000\nGrüße\n";

let ada: Actor;
let id: string;
beforeAll(async () => {
  ada = await seedCreator();
  id = (await seedContent(ada)).id;
});

function form(fields: Record<string, string> = {}, file: BlobPart = SUBRIP): FormData {
  const data = new FormData();
  data.set("file", new File([file], "captions.srt"));
  for (const [name, value] of Object.entries({ language: "de", ...fields })) data.set(name, value);
  return data;
}
const add = (body: FormData, as: Actor | string = ada) => call(route, "POST", { as, params: { id }, body });
const remove = (captionId: string, as: Actor | string = ada) => call(one, "DELETE", { as, params: { id, captionId } });
const stored = async (url: string) => text(await storage().read(new URL(url).pathname.slice(1)));

const update = (captionId: string, body: unknown, as: Actor | string = ada) =>
  call(one, "PATCH", { as, params: { id, captionId }, body });

describe("200", () => {
  test("a track is named anew and becomes the only default", async () => {
    const before = (await add(form({ isDefault: "true" }))).body;
    const { id: captionId } = (await add(form())).body;
    const { status, body } = await update(captionId, { label: "Für alle", kind: "captions", isDefault: true });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: captionId, label: "Für alle", kind: "captions", isDefault: true });
    const { captions } = (await call(detail, "GET", { as: ada, params: { id } })).body;
    expect(captions.find((caption: { id: string }) => caption.id === before.id).isDefault).toBe(false);
  });

  test("another text makes a track in the old one's place, with an id that no player knows yet", async () => {
    const before = (await add(form({ label: "Deutsch (neu)" }))).body;
    const { body } = await update(before.id, { text: "WEBVTT\n\n00:03.000 --> 00:04.500\nMoin\n" });
    expect(body).toMatchObject({ label: "Deutsch (neu)", language: "de" });
    expect(body.id).not.toBe(before.id);
    expect(await stored(body.url)).toBe("WEBVTT\n\n00:00:03.000 --> 00:00:04.500\nMoin\n");
    await expect(stored(before.url)).rejects.toThrow();
    expect((await update(before.id, { label: "x" })).status).toBe(404);
  });

  test("a broken text changes nothing and says what is wrong", async () => {
    const { id: captionId, url } = (await add(form())).body;
    const { status, body } = await update(captionId, { text: "WEBVTT\n\n00:05.000 --> 00:04.000\nMoin\n" });
    expect(status).toBe(422);
    expect(body.error.details.issues[0]).toMatchObject({
      path: ["text"],
      message: expect.stringMatching(/ends before/),
    });
    expect(await stored(url)).toContain("Grüße");
    expect((await update(captionId, {})).status).toBe(422);
  });
});

describe("201", () => {
  test("SubRip is stored as WebVTT and shown with the item", async () => {
    const { status, body } = await add(form({ label: "Deutsch (SDH)", kind: "sdh" }));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      language: "de",
      label: "Deutsch (SDH)",
      kind: "sdh",
      source: "uploaded",
      isDefault: false,
    });
    expect(await stored(body.url)).toBe("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nGrüße\n");
    expect((await call(detail, "GET", { as: ada, params: { id } })).body.captions).toContainEqual(body);
  });

  test("label and kind may be left out; a language is called by its own name", async () => {
    expect((await add(form())).body).toMatchObject({ label: "Deutsch", kind: "subtitles" });
    expect((await add(form({ language: "pt-br" }))).body.language).toBe("pt-BR");
  });

  test("Windows' Latin and UTF-16 are understood", async () => {
    const latin = Uint8Array.from(SUBRIP, (letter) => letter.charCodeAt(0));
    const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from(SUBRIP, "utf16le")]);
    for (const bytes of [latin, wide]) expect(await stored((await add(form({}, bytes))).body.url)).toContain("Grüße");
  });

  test("there is one default", async () => {
    await add(form({ isDefault: "true" }));
    const { body } = await add(form({ isDefault: "true" }));
    const { captions } = (await call(detail, "GET", { as: ada, params: { id } })).body;
    expect(captions.filter((c: { isDefault: boolean }) => c.isDefault).map((c: { id: string }) => c.id)).toEqual([
      body.id,
    ]);
  });
});

describe("204", () => {
  test("a removed track is gone, with its file; a second time it is not found", async () => {
    const { body } = await add(form());
    expect((await remove(body.id)).status).toBe(204);
    expect(await storage().head(new URL(body.url).pathname.slice(1))).toBeNull();
    expect((await remove(body.id)).status).toBe(404);
  });
});

describe("400, 413, 415", () => {
  test("a form that is none, one that is too large, and JSON", async () => {
    const headers = { "Content-Type": "multipart/form-data; boundary=x" };
    expect((await call(route, "POST", { as: ada, params: { id }, body: "no form", headers })).status).toBe(400);
    expect((await add(form({}, "x".repeat(5 * 1024 * 1024)))).status).toBe(413);
    expect((await call(route, "POST", { as: ada, params: { id }, body: {} })).status).toBe(415);
  });
});

describe("401, 403, 404", () => {
  test("nobody, a key that may only read, somebody else", async () => {
    const { body } = await add(form());
    expect((await call(route, "POST", { params: { id }, body: form() })).status).toBe(401);
    expect((await add(form(), await seedApiKey(ada, "content:read"))).status).toBe(403);
    expect((await add(form(), await seedCreator())).status).toBe(404);
    expect((await remove(body.id, await seedCreator())).status).toBe(404);
  });
});

describe("422", () => {
  test.each([
    ["a file that holds no captions", form({}, "Once upon a time"), "file"],
    ["text instead of a file", form({ file: "text" }), "file"],
    ["a language that is none", form({ language: "not a tag" }), "language"],
    ["an unknown kind", form({ kind: "karaoke" }), "kind"],
    ["an unknown field", form({ colour: "red" }), "colour"],
  ])("%s", async (_, body, path) => {
    const answer = await add(body);
    expect(answer.status).toBe(422);
    expect(answer.body.error.details.issues[0].path).toEqual([path]);
  });
});

describe("507", () => {
  test("a storage without room is told, and there is no track", async () => {
    const count = async () => (await call(detail, "GET", { as: ada, params: { id } })).body.captions.length;
    const before = await count();
    const reply = await whileStorageIsFull(() => add(form()));
    expect([reply.status, reply.body.error.code]).toEqual([507, "storage.full"]);
    expect(await count()).toBe(before);
  });
});
