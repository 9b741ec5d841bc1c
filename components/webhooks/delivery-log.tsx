"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Field } from "@/components/ui/field";
import { formatDayTime } from "@/components/ui/format-time";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import type { WebhookDelivery, WebhookEndpoint } from "@/core/webhooks/contract";
import { KEPT_DAYS } from "@/core/webhooks/limits";
import { DeliveryDialog } from "./delivery-dialog";
import { deliveryWord } from "./health-words";
import { type DeliveryFilter, useDeliveries } from "./webhook-queries";

/** What was sent to an endpoint and what waits, newest first. */
export function DeliveryLog({ endpoint }: { endpoint: WebhookEndpoint }) {
  const [filter, setFilter] = useState<DeliveryFilter>({ page: 1, status: "" });
  const [shown, setShown] = useState<string | null>(null);
  const deliveries = useDeliveries(endpoint.id, filter);
  const { items = [], total = 0, perPage = 20 } = deliveries.data ?? {};
  const pages = Math.max(1, Math.ceil(total / perPage));
  return (
    <section aria-label="Deliveries" className="mt-6">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <h2 className="font-semibold text-lg">Deliveries of the last {KEPT_DAYS} days</h2>
        <Field label="Show">
          <Select
            value={filter.status}
            onChange={(event) => setFilter({ page: 1, status: event.target.value as DeliveryFilter["status"] })}
          >
            <option value="">All</option>
            <option value="pending">Pending</option>
            <option value="delivered">Delivered</option>
            <option value="failed">Given up</option>
          </Select>
        </Field>
      </div>
      {deliveries.isPending && <Skeleton className="h-24 w-full" />}
      {deliveries.isError && (
        <ErrorState
          title="The deliveries could not be loaded"
          error={deliveries.error}
          retrying={deliveries.isFetching}
          onRetry={() => void deliveries.refetch()}
        />
      )}
      {deliveries.isSuccess && items.length === 0 && (
        <EmptyState title={filter.status ? "None of these" : "Nothing was sent yet"} className="py-8">
          Send a test to see whether your receiver works.
        </EmptyState>
      )}
      {items.length > 0 && (
        <ul className="border-border border-t">
          {items.map((delivery) => (
            <DeliveryLine key={delivery.id} delivery={delivery} onShow={() => setShown(delivery.id)} />
          ))}
        </ul>
      )}
      {pages > 1 && (
        <nav aria-label="Pages of deliveries" className="mt-3 flex items-center gap-3">
          <Button disabled={filter.page <= 1} onClick={() => setFilter({ ...filter, page: filter.page - 1 })}>
            Newer
          </Button>
          <span className="text-muted text-sm">
            Page {filter.page} of {pages}
          </span>
          <Button disabled={filter.page >= pages} onClick={() => setFilter({ ...filter, page: filter.page + 1 })}>
            Older
          </Button>
        </nav>
      )}
      {shown && <DeliveryDialog endpoint={endpoint} deliveryId={shown} onClose={() => setShown(null)} />}
    </section>
  );
}

function DeliveryLine({ delivery, onShow }: { delivery: WebhookDelivery; onShow: () => void }) {
  const { tone, word } = deliveryWord(delivery);
  return (
    <li className="border-border border-b">
      <button
        type="button"
        onClick={onShow}
        className="flex w-full flex-wrap items-center gap-x-3 gap-y-1 px-1 py-2.5 text-left hover:bg-hover"
      >
        <code className="font-mono text-sm">{delivery.eventType}</code>
        <Badge tone={tone}>{word}</Badge>
        {delivery.kind === "test" && <Badge>test</Badge>}
        <span className="times ml-auto text-muted text-sm">{formatDayTime(delivery.createdAt)}</span>
        {delivery.lastError && <span className="w-full break-words text-muted text-sm">{delivery.lastError}</span>}
      </button>
    </li>
  );
}
