import { LogOut, Monitor, Tv } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { formatDate, formatDayTime } from "@/components/ui/format-time";
import { IconButton } from "@/components/ui/icon-button";
import type { Session } from "@/core/auth/account-contract";

/** One browser or TV that is signed in. */
export function SessionRow({ session, onSignOut }: { session: Session; onSignOut: () => void }) {
  const Icon = session.kind === "tv" ? Tv : Monitor;
  return (
    <li className="flex items-start gap-4 border-border border-b py-3">
      <Icon className="mt-0.5 size-5 shrink-0 text-faint" strokeWidth={1.5} aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="break-words font-medium">{session.device}</span>
          {session.isCurrent && <Badge tone="ok">This one</Badge>}
          {session.kind === "tv" && <Badge>TV</Badge>}
        </p>
        <p className="times mt-1 flex flex-wrap gap-x-4 text-muted text-sm">
          <span>Last seen {formatDayTime(session.lastSeenAt)}</span>
          <span>Signed in {formatDate(session.createdAt)}</span>
        </p>
      </div>
      {!session.isCurrent && (
        <IconButton label={`Sign out ${session.device}`} onClick={onSignOut}>
          <LogOut aria-hidden />
        </IconButton>
      )}
    </li>
  );
}
