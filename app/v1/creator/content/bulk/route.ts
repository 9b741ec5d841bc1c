import { BulkChange, BulkOutcome } from "@/core/content/bulk-contract";
import { changeMany } from "@/server/content/change-many";
import { v1Route } from "@/server/http/route";

export const POST = v1Route({
  id: "changeManyContentItems",
  tag: "Content",
  scope: "content:write",
  summary: "Tag, move, retry or delete many content items at once",
  body: BulkChange,
  reply: BulkOutcome,
  handle: (actor, { body }) => changeMany(actor, body),
});
