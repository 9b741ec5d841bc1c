import { EditBlocks, EditedBlocks } from "@/core/schedule/batch-contract";
import { v1Route } from "@/server/http/route";
import { editBlocks } from "@/server/schedule/edit-blocks";

export const POST = v1Route({
  id: "editBlocks",
  tag: "Schedule",
  scope: "schedule:write",
  summary: "Place, change and remove many blocks together, all or nothing",
  body: EditBlocks,
  reply: EditedBlocks,
  errors: [
    "resource.not_found",
    "schedule.content_not_ready",
    "schedule.content_not_schedulable",
    "schedule.too_long",
    "schedule.locked",
    "schedule.overlap",
  ],
  precondition: "schedule.changed",
  handle: (actor, { body, ifMatch }) => editBlocks(actor, body, ifMatch),
});
