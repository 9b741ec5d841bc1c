import type { Metadata } from "next";
import { GET as versions } from "@/app/v1/creator/schedule/versions/route";
import { Delivery } from "@/components/api/delivery";
import { SchedulePage } from "@/components/schedule/schedule-page";
import { pageAnswers } from "@/server/http/page-answer";

export const metadata: Metadata = { title: "Schedule" };

export default function Page() {
  return (
    <>
      <Delivery answers={pageAnswers([versions, "/v1/creator/schedule/versions?editable=true"])} />
      <SchedulePage openedAtMs={Date.now()} />
    </>
  );
}
