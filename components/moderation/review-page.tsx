"use client";

import { SearchField } from "@/components/library/search-field";
import { PageHeader } from "@/components/shell/page-header";
import { Kbd } from "@/components/ui/kbd";
import { Tabs } from "@/components/ui/tabs";
import { DecisionsView } from "./decisions-view";
import { useReviewList } from "./review-queries";
import { ReviewQueue } from "./review-queue";
import { type ReviewTab, STATUS_OF_TAB, useReviewAddress } from "./use-review-address";

/** Where moderators decide about everybody's content. */
export function ReviewPage() {
  const [address, go] = useReviewAddress();
  const { tab, q } = address;
  const status = tab === "decisions" ? "pending_moderation" : STATUS_OF_TAB[tab];
  const counts = useReviewList({ status, q, page: tab === "decisions" ? 1 : address.page }).data?.counts;
  const counted = (label: string, count: number | undefined) => (
    <>
      {label} {count ? <span className="times ml-0.5 text-muted">{count.toLocaleString()}</span> : null}
    </>
  );
  const head = (
    <>
      <PageHeader
        title="Review"
        actions={
          <p className="hidden items-center gap-1.5 text-muted text-xs xl:flex">
            <Kbd>↓</Kbd> <Kbd>↑</Kbd> next <Kbd>A</Kbd> approve <Kbd>B</Kbd> block <Kbd>X</Kbd> select
          </p>
        }
      />
      <Tabs<ReviewTab>
        label="What is shown"
        className="px-4 md:px-6"
        value={tab}
        onChange={(next) => go({ tab: next, item: null, page: 1 })}
        tabs={[
          { value: "waiting", label: counted("Waiting", counts?.pending_moderation) },
          { value: "blocked", label: counted("Blocked", counts?.blocked) },
          { value: "ready", label: "Ready" },
          { value: "decisions", label: "Decisions" },
        ]}
      />
      {tab !== "decisions" && (
        <search className="block border-border border-b px-4 py-3 md:px-6">
          <SearchField
            key={tab}
            label="Search titles and owners"
            text={q}
            onChange={(text) => go({ q: text, page: 1 }, false)}
          />
        </search>
      )}
    </>
  );
  if (tab !== "decisions") return <ReviewQueue key={tab} head={head} tab={tab} address={address} go={go} />;
  return (
    <section aria-label="Review">
      {head}
      <DecisionsView page={address.page} go={go} />
    </section>
  );
}
