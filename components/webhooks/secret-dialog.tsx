"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ShownSecret } from "@/components/ui/shown-secret";

const SNIPPET = `import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.LINEUP_WEBHOOK_SECRET);
// The body as it came, not parsed: the signature is over its bytes.
const event = webhook.verify(body, headers); // throws when it is not from here`;

interface SecretDialogProps {
  secret: string;
  /** Said where a secret was replaced. */
  note?: string;
  onClose: () => void;
}

/** A signing secret, to copy now or never, and how a receiver uses it. */
export function SecretDialog({ secret, note, onClose }: SecretDialogProps) {
  return (
    <Dialog
      open
      isFirm
      onOpenChange={onClose}
      title="Copy the signing secret now"
      description={`It is shown this once. ${note ?? "With it your receiver knows that a message comes from here."}`}
      footer={
        <Button tone="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <ShownSecret label="Signing secret" secret={secret} />
      <p className="mt-4 mb-1.5 text-muted text-sm">
        Messages are signed by the Standard Webhooks scheme, for which there are libraries in most languages:
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre tabIndex={0} className="overflow-x-auto rounded-md bg-sunken p-3 font-mono text-xs">
        {SNIPPET}
      </pre>
    </Dialog>
  );
}
