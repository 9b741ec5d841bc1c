import { ById } from "@/core/contract";
import { Block, UpdateBlock } from "@/core/schedule/contract";
import { v1Route } from "@/server/http/route";
import { removeBlock } from "@/server/schedule/remove-block";
import { updateBlock } from "@/server/schedule/update-block";

export const PATCH = v1Route({
  scope: "schedule:write",
  summary: "Move or resize a block, swap its content, take it to another channel",
  params: ById,
  body: UpdateBlock,
  reply: Block,
  handle: (actor, { params, body, ifMatch }) => updateBlock(actor, params.id, body, ifMatch),
});

export const DELETE = v1Route({
  scope: "schedule:write",
  summary: "Remove a block; its content stays",
  params: ById,
  reply: null,
  handle: (actor, { params, ifMatch }) => removeBlock(actor, params.id, ifMatch),
});
