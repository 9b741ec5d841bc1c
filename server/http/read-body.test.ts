import { describe, expect, test } from "vitest";
import { readJson } from "./read-body";

const read = (body: string | Uint8Array<ArrayBuffer>, type = "application/json") =>
  readJson(new Request("http://lineup.test/v1/x", { method: "POST", body, headers: { "Content-Type": type } }));

describe("a JSON body", () => {
  test("holds any whole character, written out or escaped", async () => {
    expect(await read(String.raw`{"a":"\ud83d\udc69 👩 \\ud800"}`)).toEqual({ a: "👩 👩 \\ud800" });
    expect(await read('{"a":1}', "application/merge-patch+json; charset=utf-8")).toEqual({ a: 1 });
  });

  test.each([String.raw`"\ud800"`, String.raw`{"\uDFFF":1}`, String.raw`["\\\udc00\ud83d"]`])(
    "with half of a character is refused: %s",
    async (body) => {
      await expect(read(body)).rejects.toMatchObject({ code: "request.malformed" });
    },
  );

  test("that is none is refused", async () => {
    const deep = `${"[".repeat(200_000)}"\\ud800"${"]".repeat(200_000)}`;
    for (const body of ["", "{", "{} {}", "NaN", deep]) {
      await expect(read(body)).rejects.toMatchObject({ code: "request.malformed" });
    }
    await expect(read(new Uint8Array([34, 255, 34]))).rejects.toMatchObject({ code: "request.malformed" });
    await expect(read("{}", "text/plain")).rejects.toMatchObject({ code: "request.unsupported_media_type" });
  });
});
