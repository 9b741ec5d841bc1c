import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { runLineup } from "../scripts/lineup/run";
import { createApiKey, signUpByRequest } from "./support/accounts";
import { makeClip } from "./support/clips";
import { productUrl } from "./support/program";

const run = promisify(execFile);
const SCOPES = ["content:read", "content:write", "schedule:read", "schedule:write", "channel:read", "channel:write"];
const PROGRAMS = { curl: ["bash", "-e"], javascript: ["node"], python: ["python3"] } as const;
const ENDINGS = { curl: "sh", javascript: "mjs", python: "py" } as const;

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "lineup-developers-"));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

test("the quickstart works when it is pasted, in all three languages", async ({ page, request }) => {
  await signUpByRequest(request);
  const env = {
    ...process.env,
    LINEUP_KEY: await createApiKey(request, SCOPES),
    VIDEO: await makeClip({ name: "quick", seconds: 2 }),
  };
  await page.goto(`${productUrl()}/developers`);
  const scripts = await page
    .locator("code[data-language]")
    .evaluateAll((blocks) =>
      blocks.map((block) => ({ language: (block as HTMLElement).dataset.language!, text: block.textContent! })),
    );
  const hasPython = await run("python3", ["--version"]).then(
    () => true,
    () => false,
  );
  const languages = (["curl", "javascript", "python"] as const).filter((name) => name !== "python" || hasPython);
  const said = await Promise.all(
    languages.map(async (language) => {
      const steps = scripts.filter((script) => script.language === language).map(({ text }) => text);
      expect(steps).toHaveLength(4);
      const file = path.join(folder, `quickstart.${ENDINGS[language]}`);
      await writeFile(file, `${steps.join("\n\n")}\n`);
      const [program, ...flags] = PROGRAMS[language];
      return (await run(program, [...flags, file], { env })).stdout;
    }),
  );
  for (const text of said) {
    const address = /Watch it at (\S+)/.exec(text)?.[1];
    expect(address, text).toContain(`${productUrl()}/watch/`);
    expect((await fetch(address!)).status).toBe(200);
  }
});

test("the command line takes a file to the air, and ends with the codes that it promises", async ({ request }) => {
  await signUpByRequest(request);
  const key = await createApiKey(request, SCOPES);
  const clip = await makeClip({ name: "quick", seconds: 2 });
  const home = {
    HOME: folder,
    XDG_CONFIG_HOME: path.join(folder, "config"),
    XDG_STATE_HOME: path.join(folder, "state"),
  };
  const lineup = async (words: string[], env: Record<string, string> = {}) => {
    const said = { out: "", err: "" };
    const exitCode = await runLineup([...words, "--json"], {
      stdout: { write: (text) => (said.out += text) },
      stderr: { write: (text) => (said.err += text) },
      env: { ...home, ...env },
      folder,
      signal: new AbortController().signal,
      ask: async () => key,
    });
    return { exitCode, ...JSON.parse(said.out) };
  };

  expect((await lineup(["channels", "list"])).exitCode).toBe(4);
  expect(await lineup(["login", "--url", productUrl()])).toMatchObject({ exitCode: 0, scopes: SCOPES });
  const uploaded = await lineup(["upload", clip, "--wait"]);
  expect(uploaded).toMatchObject({ exitCode: 0, items: [{ status: "ready" }] });
  const item = uploaded.items[0].contentItemId;
  expect(await lineup(["watch-status", item])).toMatchObject({ exitCode: 0, items: [{ id: item, status: "ready" }] });

  const channel = await lineup(["channels", "create", "Late Film"]);
  const placed = await lineup(["schedule", "place", "--channel", "Late Film", "--item", item, "--at", "+10m"]);
  expect(placed).toMatchObject({ exitCode: 0, channelId: channel.id, durationSeconds: 2 });
  const twice = await lineup(["schedule", "place", "--channel", channel.slug, "--item", item, "--at", placed.startsAt]);
  expect(twice).toMatchObject({ exitCode: 1, error: { code: "schedule.overlap" } });
  const moved = await lineup(["schedule", "move", placed.id, "--at", "+20m"]);
  expect(Date.parse(moved.startsAt)).toBeGreaterThan(Date.parse(placed.startsAt));
  const filled = await lineup(["fill", "--channel", channel.id, "--from", "+11m", "--to", "+12m"]);
  expect(filled).toMatchObject({ exitCode: 0, status: "done", result: { placed: 30 } });
  expect((await lineup(["publish", channel.id])).status).toBe("published");
  const listed = await lineup(["schedule", "list", "--channel", channel.id, "--to", "+1h"]);
  expect(listed.blocks).toHaveLength(31);
  expect(await lineup(["schedule", "remove", moved.id])).toMatchObject({ exitCode: 0, removed: [moved.id] });
  expect((await lineup(["unpublish", channel.id])).status).toBe("draft");

  expect((await lineup(["channels", "list"], { LINEUP_KEY: "vk_live_none" })).exitCode).toBe(4);
  const away = { LINEUP_URL: "http://127.0.0.1:9", LINEUP_KEY: key };
  expect(await lineup(["channels", "list"], away)).toMatchObject({
    exitCode: 3,
    error: { code: "network.unreachable" },
  });
  const program = spawn(process.execPath, ["scripts/lineup.mjs", "channels"], { stdio: ["ignore", "ignore", "pipe"] });
  expect(await new Promise((resolve) => program.once("exit", resolve))).toBe(2);
});

test("the reference finds an operation, shows it and tries it, with no request to another host", async ({ page }) => {
  await signUpByRequest(page.request);
  const elsewhere: string[] = [];
  const refused: string[] = [];
  page.on("request", (request) => {
    if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(productUrl())) elsewhere.push(request.url());
  });
  page.on("console", (message) => void (message.type() === "error" && refused.push(message.text())));
  await page.goto(`${productUrl()}/developers/api`);
  await page.getByRole("searchbox", { name: "Find an operation" }).fill("asking account");
  await page.getByRole("navigation", { name: "Operations" }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The account that is asking");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("region", { name: "Answer" })).toContainText("Ada Lovelace");
  await page.getByRole("tab", { name: "Python" }).click();
  await expect(page.getByText("urllib.request.urlopen", { exact: false }).first()).toBeVisible();
  expect(elsewhere).toEqual([]);
  expect(refused).toEqual([]);
});

test("hostile requests with a fixed seed find nothing", async () => {
  const words = [
    "scripts/launch.mjs",
    "fuzz",
    "--dir",
    process.env.LINEUP_E2E_DIR!,
    "--requests",
    "600",
    "--seed",
    "20261122",
  ];
  const ended = await run(process.execPath, words).catch((error: { stdout: string; stderr: string }) => error);
  expect(`${ended.stdout}${ended.stderr}`).toContain("nothing found");
});
