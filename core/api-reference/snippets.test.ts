import { expect, test } from "vitest";
import { type ComposedRequest, snippetOf } from "./snippets";

const POST: ComposedRequest = {
  method: "POST",
  url: "http://localhost:3000/v1/creator/channels?a=1&b='2'",
  key: { header: "Authorization", variable: "LINEUP_KEY" },
  body: { type: "application/json", text: '{\n  "name": "It\'s true: null",\n  "loop": true,\n  "logo": null\n}' },
};

test("curl quotes what a shell would take for its own", () => {
  expect(snippetOf(POST, "curl")).toBe(
    [
      "curl -X POST 'http://localhost:3000/v1/creator/channels?a=1&b='\\''2'\\''' \\",
      '  -H "Authorization: Bearer $LINEUP_KEY" \\',
      "  -H 'Content-Type: application/json' \\",
      '  --data \'{\n  "name": "It\'\\\'\'s true: null",\n  "loop": true,\n  "logo": null\n}\'',
    ].join("\n"),
  );
});

test("Python writes its own words for true and null, but not within text", () => {
  const text = snippetOf(POST, "python");
  expect(text).toContain('"name": "It\'s true: null"');
  expect(text).toContain('"loop": True');
  expect(text).toContain('"logo": None');
  expect(text.startsWith("import json\nimport os\nimport urllib.request\n")).toBe(true);
});

test("JavaScript sends the body as it is typed, and a route for everybody takes no key", () => {
  expect(snippetOf(POST, "javascript")).toContain("    Authorization: `Bearer ${process.env.LINEUP_KEY}`,");
  const bare = snippetOf({ ...POST, method: "GET", key: null, body: null }, "javascript");
  expect(bare).not.toContain("headers");
  expect(bare).not.toContain("body");
});

test("a form is written with its file in the languages that can", () => {
  const form = { ...POST, body: { type: "multipart/form-data", text: '{ "language": "de", "file": "@film.vtt" }' } };
  expect(snippetOf(form, "curl")).toContain("-F 'language=de' \\\n  -F 'file=@film.vtt'");
  expect(snippetOf(form, "javascript")).toContain('form.set("file", await openAsBlob("film.vtt"), "film.vtt");');
  expect(snippetOf(form, "python")).toMatch(/^# Python's standard library builds no forms/);
});
