import { ScheduleVersions, VersionsQuery } from "@/core/schedule/batch-contract";
import { v1Route } from "@/server/http/route";
import { scheduleVersions } from "@/server/schedule/schedule-versions";

export const GET = v1Route({
  id: "listScheduleVersions",
  tag: "Schedule",
  scope: "schedule:read",
  summary: "Entity tags of the schedules of all channels, to learn of changes",
  query: VersionsQuery,
  reply: ScheduleVersions,
  handle: (actor, { query }) => scheduleVersions(actor, query.editable === "true"),
});
