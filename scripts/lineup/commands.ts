import { listOfChannels, newChannel, publish, unpublish } from "./channels";
import type { Command } from "./command";
import { fill } from "./fill";
import { importUrls } from "./import-urls";
import { login, logout } from "./login";
import { listSchedule, move, place, remove } from "./schedule";
import { upload } from "./upload";
import { watchStatus } from "./watch-status";

/** In the order in which help shows them: the order of the work. */
export const COMMANDS: readonly Command[] = [
  ...[login, logout, upload, importUrls, watchStatus, listOfChannels, newChannel],
  ...[listSchedule, place, move, remove, fill, publish, unpublish],
];
