import path from "node:path";
import { settingsOfRunning } from "./prepare/settings";
import { runProduct } from "./product";
import { Refusal } from "./refusal";
import { takeScreenshots } from "./screenshots/take-screenshots";
import { seedDemo } from "./seed-demo";

/**
 * Pictures of every page: 1440 and 390 pixels wide, dark and light, without anything and with the demo. Uses the
 * product that runs here, or starts one and stops it afterwards.
 */
const folder = path.resolve(process.env.LINEUP_DIR || ".lineup");
const running = await settingsOfRunning(folder);
if (running) await fillAndShoot(running);
else
  await runProduct({ parts: ["worker", "next", "front"], whole: true }, async (settings) => {
    await fillAndShoot(settings);
    process.kill(process.pid, "SIGTERM");
  });

async function fillAndShoot(settings: Record<string, string>): Promise<void> {
  if ((await seedDemo(settings)) !== 0) throw new Refusal("The demo could not be made; the reason stands above.");
  const origin = settings.PUBLIC_URL ?? settings.NEXTAUTH_URL ?? `http://localhost:${settings.PORT}`;
  const count = await takeScreenshots(origin, folder, path.join(folder, "screenshots"));
  process.stdout.write(`\n  ${count} pictures stand in ${path.join(folder, "screenshots")}\n\n`);
}
