import type { Metadata } from "next";
import { Suspense } from "react";
import { GuideSkeleton, SchedulePage } from "@/components/schedule/schedule-page";

export const metadata: Metadata = { title: "Schedule" };

export default function Page() {
  return (
    <Suspense fallback={<GuideSkeleton />}>
      <SchedulePage />
    </Suspense>
  );
}
