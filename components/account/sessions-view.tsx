"use client";

import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ErrorState } from "@/components/ui/error-state";
import { toast } from "@/components/ui/notify";
import { Skeleton } from "@/components/ui/skeleton";
import type { Session } from "@/core/auth/account-contract";
import { useRevokeSession, useSessions } from "./account-queries";
import { SectionHead } from "./section-head";
import { SessionRow } from "./session-row";

/** Who is signed in to the account, and the way to end it. */
export function SessionsView() {
  const sessions = useSessions();
  const revoke = useRevokeSession();
  const [asking, setAsking] = useState<Session | "others" | null>(null);
  const all = sessions.data?.sessions ?? [];
  const others = all.filter((session) => !session.isCurrent);
  const isAll = asking === "others";

  function signOut() {
    if (asking === null) return;
    const done = isAll ? "Everybody else is signed out" : `${asking.device} is signed out`;
    revoke.mutate(isAll ? null : asking.id, {
      onSuccess: () => {
        toast.success(done);
        setAsking(null);
      },
    });
  }

  return (
    <>
      <SectionHead
        title="Sessions and TVs"
        action={others.length > 0 && <Button onClick={() => setAsking("others")}>Sign out all others</Button>}
      >
        Browsers and TVs that are signed in to your account. Sign out what you do not know, and then change your
        password.
      </SectionHead>
      {sessions.isPending && <SessionsSkeleton />}
      {sessions.isError && !sessions.data && (
        <ErrorState
          title="The sessions could not be loaded"
          error={sessions.error}
          retrying={sessions.isFetching}
          onRetry={() => void sessions.refetch()}
        />
      )}
      {all.length > 0 && (
        <ul className="border-border border-t">
          {all.map((session) => (
            <SessionRow key={session.id} session={session} onSignOut={() => setAsking(session)} />
          ))}
        </ul>
      )}
      {sessions.data && others.length === 0 && (
        <p className="mt-4 text-muted">
          Nobody else is signed in. To sign a TV in,{" "}
          <Link href="/link" className="font-medium text-accent underline-offset-4 hover:underline">
            type the code that it shows
          </Link>
          .
        </p>
      )}
      {asking && (
        <ConfirmDialog
          open
          onOpenChange={() => setAsking(null)}
          title={isAll ? "Sign out all others?" : `Sign out ${asking.device}?`}
          description={
            isAll
              ? `${others.length} ${others.length === 1 ? "session ends" : "sessions end"} at once. You stay signed in here.`
              : "It ends at once. Whoever uses it has to sign in again."
          }
          action="Sign out"
          busy={revoke.isPending}
          onConfirm={signOut}
        >
          {revoke.isError && (
            <p role="alert" className="text-danger text-sm">
              {revoke.error.message}
            </p>
          )}
        </ConfirmDialog>
      )}
    </>
  );
}

function SessionsSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-5 border-border border-t pt-4">
      {["w-56", "w-44", "w-64"].map((width) => (
        <Skeleton key={width} className={`h-8 max-w-full ${width}`} />
      ))}
    </div>
  );
}
