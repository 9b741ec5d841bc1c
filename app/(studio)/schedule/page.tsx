import type { Metadata } from "next";
import { Suspense } from "react";
import { GuideSkeleton } from "@/components/schedule/guide-skeleton";
import { SchedulePage } from "@/components/schedule/schedule-page";

export const metadata: Metadata = { title: "Schedule" };

export default function Page() {
  return (
    <Suspense fallback={<GuideSkeleton />}>
      <SchedulePage />
    </Suspense>
  );
}
