import { chromium } from "playwright";

const base = "http://localhost:3970";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.goto(`${base}/sign-up`);
await page.getByLabel("Your name").fill("Ada");
await page.getByLabel("E-mail").fill(`u${Date.now()}@example.com`);
await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
await page.getByRole("button", { name: "Create account" }).click();
await page.waitForURL("**/library");
await page.getByText("Bring in your first").waitFor();
await page.screenshot({ path: "/tmp/uptry/1-empty.png" });
await page
  .locator("input[type=file]")
  .setInputFiles([{ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("x") }]);
await page.waitForTimeout(1500);
await page.screenshot({ path: "/tmp/uptry/9-refused.png" });
console.log(await page.locator("[data-sonner-toast]").allInnerTexts());
await browser.close();
