import { access, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { offerProgram } from "./offer-program";

let folder: string;
const said: string[] = [];
const offer = (program: string) =>
  offerProgram({ program, packageName: "extra" }, folder, "Pages cannot be imported.", (line) => said.push(line));
const remembered = () =>
  access(path.join(folder, "without-extra")).then(
    () => true,
    () => false,
  );

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "lineup-offer-"));
  said.length = 0;
});
afterEach(() => rm(folder, { recursive: true }));

test("a program that is there is left as it is", async () => {
  await offer("node");
  expect(said).toEqual([]);
  expect(await remembered()).toBe(false);
});

test("one that cannot be installed stops nothing, is mentioned once, and is not tried for again", async () => {
  await offer("./nowhere/extra");
  expect(said).toEqual([expect.stringContaining("Pages cannot be imported.")]);
  expect(await remembered()).toBe(true);
  await offer("./nowhere/extra");
  expect(said).toHaveLength(1);
});
