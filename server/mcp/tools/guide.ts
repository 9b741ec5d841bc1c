import { z } from "zod";
import { ContentItem } from "@/core/content/contract";
import { Id } from "@/core/contract";
import {
  Block,
  CreateBlock,
  FillSchedule,
  Job,
  JobStarted,
  Schedule,
  ScheduleQuery,
  UpdateBlock,
} from "@/core/schedule/contract";
import { parseBody } from "../../http/read-input";
import { getJob } from "../../jobs/get-job";
import { getSchedule } from "../../schedule/get-schedule";
import { placeBlock } from "../../schedule/place-block";
import { removeBlock } from "../../schedule/remove-block";
import { startFill } from "../../schedule/start-fill";
import { updateBlock } from "../../schedule/update-block";
import { tool } from "../tool";
import { WaitSeconds, waitFor } from "../wait-for";

const BlockForAgent = Block.extend({
  content: ContentItem.pick({ id: true, title: true, durationSeconds: true }).nullable(),
});

export const GUIDE_TOOLS = [
  tool({
    name: "get_guide",
    title: "Show the guide",
    description:
      "Blocks and gaps of a channel between two instants at most 31 days apart. Nothing before editableFrom can be changed. Times are ISO 8601; convert days with the channel's time zone.",
    scope: "schedule:read",
    input: z.strictObject(ScheduleQuery.shape),
    output: Schedule.extend({ blocks: z.array(BlockForAgent) }),
    readOnly: true,
    call: (actor, window) => getSchedule(actor, window),
  }),
  tool({
    name: "place_block",
    title: "Place a block",
    description:
      "Puts one ready item on the guide at an instant. Without durationSeconds it takes the item's whole length. Blocks may touch and may not overlap.",
    scope: "schedule:write",
    input: CreateBlock,
    output: BlockForAgent,
    call: (actor, input) => placeBlock(actor, input),
  }),
  tool({
    name: "move_block",
    title: "Move or change a block",
    description:
      "Moves a block in time or to another channel, changes its length, or swaps its content. Give only what changes.",
    scope: "schedule:write",
    input: z.strictObject({ blockId: Id, ...UpdateBlock.shape }),
    output: BlockForAgent,
    idempotent: true,
    call: (actor, { blockId, ...changes }) => updateBlock(actor, blockId, parseBody(UpdateBlock, changes)),
  }),
  tool({
    name: "remove_block",
    title: "Remove a block",
    description: "Takes a block off the guide. Its content stays in the library.",
    scope: "schedule:write",
    input: z.strictObject({ blockId: Id }),
    output: z.object({ removed: z.literal(true), blockId: Id }),
    destructive: true,
    call: async (actor, { blockId }) => {
      await removeBlock(actor, blockId);
      return { removed: true as const, blockId };
    },
  }),
  tool({
    name: "fill_guide",
    title: "Fill the guide",
    description:
      "Fills the gaps between two instants with content of the library; what stands there stays. Answers a jobId: follow it with job_status. `dryRun: true` tells what it would place and places nothing.",
    scope: "schedule:write",
    input: FillSchedule,
    output: JobStarted,
    call: (actor, input) => startFill(actor, input),
  }),
  tool({
    name: "job_status",
    title: "Status of a job",
    description:
      "How far a fill or import job is; its result once it is `done`. Pass waitSeconds to wait here; call again while `over` is false. Needs the scope of the tool that started the job.",
    scope: "any",
    input: z.strictObject({ jobId: Id, waitSeconds: WaitSeconds }),
    output: Job.extend({ over: z.boolean() }),
    readOnly: true,
    call: async (actor, { jobId, waitSeconds }, { signal, progress }) => {
      const isOver = (job: Job) => job.status === "done" || job.status === "failed";
      const job = await waitFor({
        ask: () => getJob(actor, jobId),
        isOver,
        seconds: waitSeconds,
        signal,
        onState: (seen) => progress(seen.progressPercent, seen.status),
      });
      return { ...job, over: isOver(job) };
    },
  }),
];
