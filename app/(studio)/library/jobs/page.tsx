import type { Metadata } from "next";
import { JobsPage } from "@/components/import/jobs-page";

export const metadata: Metadata = { title: "Jobs" };

export default function LibraryJobsPage() {
  return <JobsPage />;
}
