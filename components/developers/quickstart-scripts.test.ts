import { expect, test } from "vitest";
import { LANGUAGES } from "@/core/api-reference/snippets";
import { codeParts } from "./code-parts";
import { quickstartSteps } from "./quickstart-scripts";

const STEPS = quickstartSteps("https://tv.example.com");

test("there are four steps, and every one has its code in every language", () => {
  expect(STEPS.map(({ id }) => id)).toEqual(["key", "upload", "schedule", "publish"]);
  for (const { code } of STEPS) for (const language of LANGUAGES) expect(code[language]).not.toBe("");
});

test("the code calls this server and no other", () => {
  const addresses = STEPS.flatMap(({ code }) => Object.values(code))
    .join("\n")
    .match(/https?:\/\/[\w.-]+/g);
  expect(new Set(addresses)).toEqual(new Set(["https://tv.example.com"]));
});

test("what a terminal is given holds no comments, which some shells take for words", () => {
  for (const { code } of STEPS) expect(code.curl).not.toMatch(/(^|\s)#/m);
});

test("coloured code is the code, part after part", () => {
  for (const { code } of STEPS)
    for (const text of Object.values(code))
      expect(
        codeParts(text)
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
  expect(codeParts('x = "http://a" // b')).toEqual([
    { text: "x = ", kind: "plain" },
    { text: '"http://a"', kind: "text" },
    { text: " ", kind: "plain" },
    { text: "// b", kind: "comment" },
  ]);
});
