import type { Metadata } from "next";
import { searchOf } from "@/app/search-of";
import { GET as listJobs } from "@/app/v1/creator/jobs/route";
import { Delivery } from "@/components/api/delivery";
import { JobsPage } from "@/components/import/jobs-page";
import { jobsAddress } from "@/components/import/jobs-query";
import { pageAnswers } from "@/server/http/page-answer";

export const metadata: Metadata = { title: "Jobs" };

interface Props {
  searchParams: Promise<Record<string, string | string[]>>;
}

export default async function LibraryJobsPage({ searchParams }: Props) {
  const address = jobsAddress(searchOf(await searchParams));
  return (
    <>
      <Delivery key={address} answers={pageAnswers([listJobs, address])} />
      <JobsPage />
    </>
  );
}
