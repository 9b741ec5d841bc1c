"use client";

import { Plus, Webhook } from "lucide-react";
import { useState } from "react";
import { SectionHead } from "@/components/account/section-head";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { MAX_ENDPOINTS } from "@/core/webhooks/limits";
import { EndpointDialog } from "./endpoint-dialog";
import { EndpointRow } from "./endpoint-row";
import { useEndpoints } from "./webhook-queries";

/** The addresses that hear of what happens in this account. */
export function WebhooksView() {
  const endpoints = useEndpoints();
  const [isCreating, setCreating] = useState(false);
  const items = endpoints.data?.items ?? [];
  const isFull = items.length >= MAX_ENDPOINTS;
  const create = (
    <Button tone="primary" icon={<Plus aria-hidden />} disabled={isFull} onClick={() => setCreating(true)}>
      New endpoint
    </Button>
  );
  return (
    <>
      <SectionHead title="Webhooks" action={items.length > 0 && create}>
        Lineup tells your servers what happens as it happens: programmes that begin, items that are ready, gaps that
        come near. Each message is signed, and tried for a day.
        {isFull && ` You have ${MAX_ENDPOINTS} endpoints, which is as many as there can be.`}
      </SectionHead>
      {endpoints.isPending && (
        <div aria-busy="true" className="flex flex-col gap-4 border-border border-t pt-4">
          {["w-64", "w-80"].map((width) => (
            <Skeleton key={width} className={`h-5 max-w-full ${width}`} />
          ))}
        </div>
      )}
      {endpoints.isError && (
        <ErrorState
          title="The webhooks could not be loaded"
          error={endpoints.error}
          retrying={endpoints.isFetching}
          onRetry={() => void endpoints.refetch()}
        />
      )}
      {endpoints.isSuccess && items.length === 0 && (
        <EmptyState icon={<Webhook aria-hidden />} title="No endpoints yet" action={create} className="py-10">
          An endpoint is an https address of yours that takes a POST.
        </EmptyState>
      )}
      {items.length > 0 && (
        <ul className="border-border border-t">
          {items.map((endpoint) => (
            <EndpointRow key={endpoint.id} endpoint={endpoint} />
          ))}
        </ul>
      )}
      {isCreating && <EndpointDialog onClose={() => setCreating(false)} />}
    </>
  );
}
