import type { Metadata } from "next";
import { Suspense } from "react";
import { GET as versions } from "@/app/v1/creator/schedule/versions/route";
import { Delivery } from "@/components/api/delivery";
import { GuideSkeleton } from "@/components/schedule/guide-skeleton";
import { SchedulePage } from "@/components/schedule/schedule-page";
import { pageAnswers } from "@/server/http/page-answer";

export const metadata: Metadata = { title: "Schedule" };

export default function Page() {
  return (
    <>
      <Delivery answers={pageAnswers([versions, "/v1/creator/schedule/versions?editable=true"])} />
      <Suspense fallback={<GuideSkeleton />}>
        <SchedulePage />
      </Suspense>
    </>
  );
}
