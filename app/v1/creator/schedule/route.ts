import { Block, CreateBlock, Schedule, ScheduleQuery } from "@/core/schedule/contract";
import { v1Route } from "@/server/http/route";
import { getSchedule } from "@/server/schedule/get-schedule";
import { placeBlock } from "@/server/schedule/place-block";

export const GET = v1Route({
  id: "getSchedule",
  tag: "Schedule",
  scope: "schedule:read",
  summary: "Blocks and gaps of a channel in a window of at most 31 days",
  query: ScheduleQuery,
  reply: Schedule,
  replyHeaders: { ETag: { description: "Changes exactly when the channel's blocks change; for `If-Match`." } },
  errors: ["resource.not_found"],
  handle: async (actor, { query, headers }) => {
    const schedule = await getSchedule(actor, query);
    headers.set("ETag", schedule.etag);
    return schedule;
  },
});

export const POST = v1Route({
  id: "placeBlock",
  tag: "Schedule",
  scope: "schedule:write",
  summary: "Place a block",
  body: CreateBlock,
  reply: Block,
  status: 201,
  errors: [
    "resource.not_found",
    "schedule.content_not_ready",
    "schedule.content_not_schedulable",
    "schedule.too_long",
    "schedule.locked",
    "schedule.overlap",
  ],
  precondition: "schedule.changed",
  handle: (actor, { body, ifMatch }) => placeBlock(actor, body, ifMatch),
});
