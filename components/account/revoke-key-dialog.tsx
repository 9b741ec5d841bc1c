"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/notify";
import type { ApiKey } from "@/core/api-keys/contract";
import { useRevokeApiKey } from "./api-key-queries";

/** Asks before a key stops working, because the programs that use it stop too. */
export function RevokeKeyDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const revoke = useRevokeApiKey();
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Revoke “${apiKey.name}”?`}
      description="Programs that use this key are refused from this moment on. It cannot be taken back."
      action="Revoke key"
      busy={revoke.isPending}
      onConfirm={() =>
        revoke.mutate(apiKey.id, {
          onSuccess: () => {
            toast.success(`“${apiKey.name}” was revoked`);
            onClose();
          },
        })
      }
    >
      {revoke.isError && (
        <p role="alert" className="text-danger text-sm">
          {revoke.error.message}
        </p>
      )}
    </ConfirmDialog>
  );
}
