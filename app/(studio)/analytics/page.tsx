import type { Metadata } from "next";
import { Suspense } from "react";
import { AnalyticsPage } from "@/components/analytics/analytics-page";
import { AnalyticsSkeleton } from "@/components/analytics/analytics-skeleton";

export const metadata: Metadata = { title: "Analytics" };

export default function Page() {
  return (
    <Suspense fallback={<AnalyticsSkeleton />}>
      <AnalyticsPage />
    </Suspense>
  );
}
