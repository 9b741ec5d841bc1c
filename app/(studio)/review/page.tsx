import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { ReviewPage } from "@/components/moderation/review-page";
import { QueueSkeleton } from "@/components/moderation/review-queue";
import { currentUser } from "@/server/auth/current-user";

export const metadata: Metadata = { title: "Review" };

/** For moderators only; for everybody else there is no such page. */
export default async function Page() {
  const user = await currentUser();
  if (!user?.isModerator) notFound();
  return (
    <Suspense fallback={<QueueSkeleton />}>
      <ReviewPage />
    </Suspense>
  );
}
