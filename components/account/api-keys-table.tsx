import { Trash2 } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { formatDate, formatDayTime } from "@/components/ui/format-time";
import { IconButton } from "@/components/ui/icon-button";
import type { ApiKey } from "@/core/api-keys/contract";

interface ApiKeysTableProps {
  keys: ApiKey[];
  onRevoke: (key: ApiKey) => void;
}

export function ApiKeysTable({ keys, onRevoke }: ApiKeysTableProps) {
  return (
    <ul className="border-border border-t">
      {keys.map((key) => (
        <li key={key.id} className="flex items-start gap-4 border-border border-b py-3">
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="break-words font-medium">{key.name}</span>
              <code className="font-mono text-muted text-sm">{key.keyPrefix}…</code>
              {key.isExpired && <Badge tone="warn">Expired</Badge>}
            </p>
            <p className="mt-1.5 flex flex-wrap gap-1">
              {key.kind === "import" && <Badge tone="accent">import API</Badge>}
              {key.scopes.map((scope) => (
                <Badge key={scope}>{scope}</Badge>
              ))}
            </p>
            <p className="times mt-1.5 flex flex-wrap gap-x-4 text-muted text-sm">
              <span>{lifeOf(key)}</span>
              <span>{key.lastUsedAt ? `Last used ${formatDayTime(key.lastUsedAt)}` : "Never used"}</span>
              <span>Created {formatDate(key.createdAt)}</span>
            </p>
          </div>
          <IconButton label={`Revoke ${key.name}`} onClick={() => onRevoke(key)}>
            <Trash2 aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

function lifeOf(key: ApiKey): string {
  if (key.expiresAt === null) return "Does not expire";
  return `${key.isExpired ? "Expired" : "Expires"} ${formatDate(key.expiresAt)}`;
}
