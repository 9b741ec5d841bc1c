"use client";

import { RotateCcw } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { formatDayTime } from "@/components/ui/format-time";
import { toast } from "@/components/ui/notify";
import { Skeleton } from "@/components/ui/skeleton";
import type { WebhookAttempt, WebhookEndpoint } from "@/core/webhooks/contract";
import { useDelivery, useRedeliver } from "./webhook-queries";

interface DeliveryDialogProps {
  endpoint: WebhookEndpoint;
  deliveryId: string;
  onClose: () => void;
}

/** One delivery: what was sent, and what was answered to each attempt. */
export function DeliveryDialog({ endpoint, deliveryId, onClose }: DeliveryDialogProps) {
  const delivery = useDelivery(endpoint.id, deliveryId);
  const again = useRedeliver(endpoint.id);
  const sendAgain = () =>
    again.mutate(deliveryId, {
      onSuccess: () => toast.success("It is sent again"),
      onError: (error) => toast.error(error.message),
    });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="lg"
      title={<code className="font-mono">{delivery.data?.eventType ?? "Delivery"}</code>}
      description={delivery.data && `webhook-id ${delivery.data.eventId}`}
      footer={
        <>
          <Button icon={<RotateCcw aria-hidden />} busy={again.isPending} onClick={sendAgain}>
            Send again
          </Button>
          <Button tone="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      {delivery.isPending && <Skeleton className="h-40 w-full" />}
      {delivery.isError && (
        <ErrorState
          title="The delivery could not be loaded"
          error={delivery.error}
          retrying={delivery.isFetching}
          onRetry={() => void delivery.refetch()}
        />
      )}
      {delivery.data && (
        <>
          <h3 className="mb-1.5 font-medium text-sm">Body</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
          <pre tabIndex={0} className="mb-4 overflow-x-auto rounded-md bg-sunken p-3 font-mono text-xs">
            {JSON.stringify(delivery.data.payload, null, 2)}
          </pre>
          <h3 className="mb-1.5 font-medium text-sm">Attempts</h3>
          {delivery.data.tries.length === 0 && <p className="text-muted">None yet.</p>}
          <ol className="border-border border-t">
            {delivery.data.tries.map((attempt) => (
              <Attempt key={attempt.startedAt} attempt={attempt} />
            ))}
          </ol>
          {delivery.data.nextAttemptAt && (
            <p className="times mt-2 text-muted text-sm">Next attempt {formatDayTime(delivery.data.nextAttemptAt)}</p>
          )}
        </>
      )}
    </Dialog>
  );
}

function Attempt({ attempt }: { attempt: WebhookAttempt }) {
  return (
    <li className="border-border border-b py-2">
      <p className="times flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <Badge tone={attempt.error ? "danger" : "ok"}>{attempt.status ?? "No answer"}</Badge>
        <span>{formatDayTime(attempt.startedAt)}</span>
        <span className="text-muted">{attempt.durationMs} ms</span>
      </p>
      {attempt.error && <p className="mt-1 break-words text-sm">{attempt.error}</p>}
      {attempt.responseExcerpt && (
        <pre className="mt-1 max-h-32 overflow-auto whitespace-pre-wrap break-all rounded-md bg-sunken p-2 font-mono text-xs">
          {attempt.responseExcerpt}
        </pre>
      )}
    </li>
  );
}
