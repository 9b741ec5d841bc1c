"use client";

import { KeyRound, Plus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { later } from "@/components/ui/later";
import { Skeleton } from "@/components/ui/skeleton";
import type { ApiKey } from "@/core/api-keys/contract";
import { useApiKeys } from "./api-key-queries";
import { ApiKeysTable } from "./api-keys-table";

const CreateKeyDialog = later(() => import("./create-key-dialog").then((module) => module.CreateKeyDialog));
const RevokeKeyDialog = later(() => import("./revoke-key-dialog").then((module) => module.RevokeKeyDialog));

/** The keys with which programs do what a creator can do here. */
export function ApiKeysView() {
  const keys = useApiKeys();
  const [isCreating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const create = (
    <Button tone="primary" icon={<Plus aria-hidden />} onClick={() => setCreating(true)}>
      New key
    </Button>
  );
  return (
    <>
      <div className="mb-5 flex flex-wrap items-start justify-between gap-3">
        <div className="max-w-[60ch]">
          <h2 className="font-semibold text-lg">API keys</h2>
          <p className="mt-0.5 text-muted">
            Whatever you can do in the Studio a program can do with a key: upload at night, fill tomorrow, publish. Give
            each program a key of its own, with no more rights than it needs.{" "}
            <Link href="/developers" className="font-medium text-accent underline-offset-4 hover:underline">
              How to use one
            </Link>
          </p>
        </div>
        {keys.data && keys.data.keys.length > 0 && create}
      </div>
      {keys.isPending && <KeysSkeleton />}
      {keys.isError && (
        <ErrorState
          title="The keys could not be loaded"
          error={keys.error}
          retrying={keys.isFetching}
          onRetry={() => void keys.refetch()}
        />
      )}
      {keys.data?.keys.length === 0 && (
        <EmptyState icon={<KeyRound aria-hidden />} title="No keys yet" action={create} className="py-10">
          Send a key with every request, as <code className="font-mono text-sm">Authorization: Bearer vk_live_…</code>
        </EmptyState>
      )}
      {keys.data && keys.data.keys.length > 0 && <ApiKeysTable keys={keys.data.keys} onRevoke={setRevoking} />}
      {isCreating && <CreateKeyDialog onClose={() => setCreating(false)} />}
      {revoking && <RevokeKeyDialog apiKey={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}

function KeysSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-4 border-border border-t pt-4">
      {["w-64", "w-48", "w-56"].map((width) => (
        <Skeleton key={width} className={`h-5 max-w-full ${width}`} />
      ))}
    </div>
  );
}
