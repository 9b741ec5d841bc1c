import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { formatDayTime } from "@/components/ui/format-time";
import type { WebhookEndpoint } from "@/core/webhooks/contract";
import { EVENT_TYPES } from "@/core/webhooks/event-words";
import { healthOf } from "./health-words";

/** An endpoint in the list: where it is, how it is, what it hears of. */
export function EndpointRow({ endpoint }: { endpoint: WebhookEndpoint }) {
  const { tone, word, sentence } = healthOf(endpoint);
  return (
    <li className="border-border border-b py-3">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Link
          href={`/account/webhooks/${endpoint.id}`}
          className="min-w-0 break-all font-medium text-accent underline-offset-4 hover:underline"
        >
          {endpoint.url}
        </Link>
        <Badge tone={tone}>{word}</Badge>
      </p>
      {endpoint.description && <p className="mt-0.5 break-words">{endpoint.description}</p>}
      {sentence && <p className="mt-1 break-words text-danger text-sm">{sentence}</p>}
      <p className="mt-1.5 flex flex-wrap gap-1">
        {endpoint.eventTypes.length === EVENT_TYPES.length ? (
          <Badge>all events</Badge>
        ) : (
          endpoint.eventTypes.map((type) => <Badge key={type}>{type}</Badge>)
        )}
      </p>
      <p className="times mt-1.5 flex flex-wrap gap-x-4 text-muted text-sm">
        {endpoint.lastDeliveredAt && <span>Last delivered {formatDayTime(endpoint.lastDeliveredAt)}</span>}
        {endpoint.failingSince && <span>Failing since {formatDayTime(endpoint.failingSince)}</span>}
        {endpoint.previousSecretUntil && (
          <span>The old secret signs until {formatDayTime(endpoint.previousSecretUntil)}</span>
        )}
      </p>
    </li>
  );
}
