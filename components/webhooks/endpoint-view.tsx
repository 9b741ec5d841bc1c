"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { DeliveryLog } from "./delivery-log";
import { EndpointActions } from "./endpoint-actions";
import { EndpointRow } from "./endpoint-row";
import { useEndpoint } from "./webhook-queries";

/** One endpoint: what can be done with it, and everything that was sent to it. */
export function EndpointView({ id }: { id: string }) {
  const endpoint = useEndpoint(id);
  return (
    <>
      <Link href="/account/webhooks" className="mb-3 inline-flex items-center gap-1.5 text-muted hover:text-text">
        <ArrowLeft aria-hidden className="size-4" />
        All webhooks
      </Link>
      {endpoint.isPending && <Skeleton className="h-20 w-full" />}
      {endpoint.isError && (
        <ErrorState
          title="The endpoint could not be loaded"
          error={endpoint.error}
          retrying={endpoint.isFetching}
          onRetry={() => void endpoint.refetch()}
        />
      )}
      {endpoint.data && (
        <>
          <ul>
            <EndpointRow endpoint={endpoint.data} />
          </ul>
          <EndpointActions endpoint={endpoint.data} />
          <DeliveryLog endpoint={endpoint.data} />
        </>
      )}
    </>
  );
}
