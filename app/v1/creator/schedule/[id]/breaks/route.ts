import { ById } from "@/core/contract";
import { PlacedBlocks, PutBreaks } from "@/core/schedule/contract";
import { v1Route } from "@/server/http/route";
import { putBreaks } from "@/server/schedule/put-breaks";

export const POST = v1Route({
  id: "putBreaks",
  tag: "Schedule",
  scope: "schedule:write",
  summary: "Put breaks into a block: at its item's break points, or at the given ones; all or nothing",
  params: ById,
  body: PutBreaks,
  reply: PlacedBlocks,
  status: 201,
  errors: ["schedule.content_not_ready", "schedule.content_not_schedulable", "schedule.locked", "schedule.overlap"],
  precondition: "schedule.changed",
  handle: (actor, { params, body, ifMatch }) => putBreaks(actor, params.id, body, ifMatch),
});
