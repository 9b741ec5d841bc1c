import type { Page } from "playwright";
import { framesWhile } from "../studios/frames";

/** Times between the pictures while a block is dragged over the whole guide and back, in milliseconds, the shortest first. */
export async function dragFrames(page: Page, seconds: number): Promise<number[]> {
  const block = page.getByTestId("guide-block").nth(40);
  const grip = (await block.boundingBox())!;
  const guide = (await page.getByTestId("guide-surface").boundingBox())!;
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(grip.x + 40, grip.y + 40, { steps: 4 });
  await page.getByTestId("guide-ghost").first().waitFor();
  const frames = await framesWhile(page, async () => {
    const endsAt = Date.now() + seconds * 1000;
    for (let step = 0; Date.now() < endsAt; step++) {
      const turn = (step / 60) * Math.PI;
      const x = guide.x + 500 + Math.sin(turn) * 320;
      await page.mouse.move(x, guide.y + 330 + Math.sin(turn * 0.7) * 260);
    }
  });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  return frames;
}
