import { CopiedBlocks, CopySchedule } from "@/core/schedule/contract";
import { v1Route } from "@/server/http/route";
import { copySchedule } from "@/server/schedule/copy-schedule";

export const POST = v1Route({
  id: "copySchedule",
  tag: "Schedule",
  scope: "schedule:write",
  summary: "Copy a stretch of the guide, all or nothing",
  body: CopySchedule,
  reply: CopiedBlocks,
  status: 201,
  errors: [
    "resource.not_found",
    "schedule.content_not_ready",
    "schedule.content_not_schedulable",
    "schedule.locked",
    "schedule.overlap",
  ],
  precondition: "schedule.changed",
  handle: (actor, { body, ifMatch }) => copySchedule(actor, body, ifMatch),
});
