import path from "node:path";
import { settingsOfRunning } from "./prepare/settings";
import { runProduct } from "./product";
import { Refusal } from "./refusal";
import { seedDemo } from "./seed-demo";

/** Fills the product that runs here, or starts one, fills it and keeps it running until Ctrl-C. */
const folder = path.resolve(process.env.LINEUP_DIR || ".lineup");
const running = await settingsOfRunning(folder);
if (running) process.exitCode = await seedDemo(running);
else
  await runProduct({ parts: ["worker", "next", "front"], whole: true }, async (settings) => {
    if ((await seedDemo(settings)) !== 0) throw new Refusal("The demo could not be made; the reason stands above.");
  });
