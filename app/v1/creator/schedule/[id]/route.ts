import { ById } from "@/core/contract";
import { Block, UpdateBlock } from "@/core/schedule/contract";
import { v1Route } from "@/server/http/route";
import { removeBlock } from "@/server/schedule/remove-block";
import { updateBlock } from "@/server/schedule/update-block";

export const PATCH = v1Route({
  id: "updateBlock",
  tag: "Schedule",
  scope: "schedule:write",
  summary: "Move or resize a block, swap its content, take it to another channel",
  params: ById,
  body: UpdateBlock,
  reply: Block,
  errors: [
    "schedule.content_not_ready",
    "schedule.content_not_schedulable",
    "schedule.too_long",
    "schedule.locked",
    "schedule.overlap",
  ],
  precondition: "schedule.changed",
  handle: (actor, { params, body, ifMatch }) => updateBlock(actor, params.id, body, ifMatch),
});

export const DELETE = v1Route({
  id: "removeBlock",
  tag: "Schedule",
  scope: "schedule:write",
  summary: "Remove a block; its content stays",
  params: ById,
  reply: null,
  errors: ["schedule.locked"],
  precondition: "schedule.changed",
  handle: (actor, { params, ifMatch }) => removeBlock(actor, params.id, ifMatch),
});
