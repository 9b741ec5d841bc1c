import { Block, CreateBlock, Schedule, ScheduleQuery } from "@/core/schedule/contract";
import { v1Route } from "@/server/http/route";
import { getSchedule } from "@/server/schedule/get-schedule";
import { placeBlock } from "@/server/schedule/place-block";

export const GET = v1Route({
  scope: "schedule:read",
  summary: "Blocks and gaps of a channel in a window of at most 31 days",
  query: ScheduleQuery,
  reply: Schedule,
  handle: async (actor, { query, headers }) => {
    const schedule = await getSchedule(actor, query);
    headers.set("ETag", schedule.etag);
    return schedule;
  },
});

export const POST = v1Route({
  scope: "schedule:write",
  summary: "Place a block",
  body: CreateBlock,
  reply: Block,
  status: 201,
  handle: (actor, { body, ifMatch }) => placeBlock(actor, body, ifMatch),
});
