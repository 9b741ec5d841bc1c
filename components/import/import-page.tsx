"use client";

import { useSearchParams } from "next/navigation";
import { LibraryNav } from "@/components/library/library-nav";
import { PageHeader } from "@/components/shell/page-header";
import { later } from "@/components/ui/later";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { PasteUrls } from "./paste-urls";

const CsvImport = later(() => import("./csv-import").then((module) => module.CsvImport), {
  waiting: <Skeleton className="h-40 max-w-3xl" />,
});

type Way = "addresses" | "csv";

/** The ways to bring in what lies elsewhere. Which one is open, and the file that is being checked, stand in the address. */
export function ImportPage() {
  const search = useSearchParams();
  const way: Way = search.get("from") === "csv" ? "csv" : "addresses";
  const jobId = search.get("job");
  const show = (next: Way, job?: string) => {
    const query = new URLSearchParams({ from: next, ...(job && { job }) });
    window.history.pushState(null, "", `${window.location.pathname}?${query}`);
  };
  return (
    <section aria-label="Import">
      <PageHeader title="Library" />
      <LibraryNav />
      <Tabs
        label="Import from"
        className="px-4 py-4 md:px-6"
        value={way}
        onChange={show}
        tabs={[
          { value: "addresses", label: "Paste addresses", content: <PasteUrls /> },
          {
            value: "csv",
            label: "Catalogue file (CSV)",
            content: <CsvImport jobId={jobId} onJob={(job) => show("csv", job)} />,
          },
        ]}
      />
    </section>
  );
}
