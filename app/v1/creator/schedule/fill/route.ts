import { FillSchedule, JobStarted } from "@/core/schedule/contract";
import { v1Route } from "@/server/http/route";
import { startFill } from "@/server/schedule/start-fill";

export const POST = v1Route({
  id: "fillSchedule",
  tag: "Schedule",
  scope: "schedule:write",
  summary: "Fill the gaps of a stretch of the guide with content of the library",
  body: FillSchedule,
  reply: JobStarted,
  status: 202,
  errors: ["resource.not_found"],
  precondition: "schedule.changed",
  handle: (actor, { body, ifMatch }) => startFill(actor, body, ifMatch),
});
