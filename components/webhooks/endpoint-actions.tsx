"use client";

import { KeyRound, Pencil, Send, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/notify";
import type { WebhookEndpoint } from "@/core/webhooks/contract";
import { OLD_SECRET_HOURS } from "@/core/webhooks/limits";
import { EndpointDialog } from "./endpoint-dialog";
import { SecretDialog } from "./secret-dialog";
import { useDeleteEndpoint, useRotateSecret, useSendTest, useUpdateEndpoint } from "./webhook-queries";

type Asked = "edit" | "rotate" | "delete" | null;

export function EndpointActions({ endpoint }: { endpoint: WebhookEndpoint }) {
  const [asked, setAsked] = useState<Asked>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const router = useRouter();
  const test = useSendTest(endpoint.id);
  const update = useUpdateEndpoint(endpoint.id);
  const rotate = useRotateSecret(endpoint.id);
  const remove = useDeleteEndpoint();
  const close = () => setAsked(null);
  const onError = (error: Error) => toast.error(error.message);
  return (
    <div className="my-4 flex flex-wrap gap-2">
      <Button
        tone="primary"
        icon={<Send aria-hidden />}
        busy={test.isPending}
        onClick={() => test.mutate(undefined, { onSuccess: () => toast.success("A test is on its way"), onError })}
      >
        Send test
      </Button>
      <Button icon={<Pencil aria-hidden />} onClick={() => setAsked("edit")}>
        Edit
      </Button>
      <Button busy={update.isPending} onClick={() => update.mutate({ enabled: !endpoint.enabled }, { onError })}>
        {endpoint.enabled ? "Disable" : "Enable"}
      </Button>
      <Button icon={<KeyRound aria-hidden />} onClick={() => setAsked("rotate")}>
        Rotate secret
      </Button>
      <Button tone="danger" icon={<Trash2 aria-hidden />} onClick={() => setAsked("delete")}>
        Delete
      </Button>
      {asked === "edit" && <EndpointDialog endpoint={endpoint} onClose={close} />}
      <ConfirmDialog
        open={asked === "rotate"}
        onOpenChange={close}
        title="Rotate the signing secret?"
        description={`You get a new one. The old one signs too for ${OLD_SECRET_HOURS} hours, so that nothing is lost while you change your receiver.`}
        action="Rotate secret"
        busy={rotate.isPending}
        onConfirm={() =>
          rotate.mutate(undefined, {
            onSuccess: (rotated) => {
              close();
              setSecret(rotated.secret ?? null);
            },
            onError,
          })
        }
      />
      <ConfirmDialog
        open={asked === "delete"}
        onOpenChange={close}
        title="Delete this endpoint?"
        description="It hears of nothing any more, and its log goes with it. It cannot be taken back."
        action="Delete endpoint"
        busy={remove.isPending}
        onConfirm={() => remove.mutate(endpoint.id, { onSuccess: () => router.replace("/account/webhooks"), onError })}
      />
      {secret && (
        <SecretDialog
          secret={secret}
          note={`The old one signs too for ${OLD_SECRET_HOURS} hours.`}
          onClose={() => setSecret(null)}
        />
      )}
    </div>
  );
}
