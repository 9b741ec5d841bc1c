import { z } from "zod";
import { LiveKpis, LiveQuery, Summary, SummaryQuery } from "@/core/analytics/contract";
import { liveKpis } from "../../analytics/live-kpis";
import { summarize } from "../../analytics/summarize";
import { tool } from "../tool";

export const ANALYTICS_TOOLS = [
  tool({
    name: "live_kpis",
    title: "Live figures",
    description: "Who watches at this moment, in all and per channel, and the views and impressions of today.",
    scope: "analytics:read",
    input: z.strictObject(LiveQuery.shape),
    output: LiveKpis,
    readOnly: true,
    call: (actor, query) => liveKpis(actor, query),
  }),
  tool({
    name: "get_summary",
    title: "Summary of today",
    description:
      "Today against the same weekday last week, up to the same time of day: views, viewers, watch time, impressions, what it earned, and how much content and how many channels there are.",
    scope: "analytics:read",
    input: z.strictObject(SummaryQuery.shape),
    output: Summary,
    readOnly: true,
    call: (actor, query) => summarize(actor, query),
  }),
];
