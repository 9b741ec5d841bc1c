"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

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
  const [isCopied, setCopied] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(secret);
      setCopied(true);
    } catch {
      document.getElementById("webhook-secret")?.focus(); // selects it: see onFocus
    }
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Copy the signing secret now"
      description={`It is shown this once. ${note ?? "With it your receiver knows that a message comes from here."}`}
      footer={
        <Button tone="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className="flex flex-col gap-2 pb-3 sm:flex-row">
        <textarea
          id="webhook-secret"
          readOnly
          rows={2}
          aria-label="Signing secret"
          value={secret}
          onFocus={(event) => event.currentTarget.select()}
          className="min-w-0 flex-1 resize-none break-all rounded-md border border-border-strong bg-sunken px-2.5 py-1.5 font-mono text-sm"
        />
        <Button
          className="sm:h-auto"
          icon={isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
          onClick={() => void copy()}
        >
          {isCopied ? "Copied" : "Copy"}
        </Button>
        <span role="status" className="sr-only">
          {isCopied ? "The secret was copied" : ""}
        </span>
      </div>
      <p className="mb-1.5 text-muted text-sm">
        Messages are signed by the Standard Webhooks scheme, for which there are libraries in most languages:
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre tabIndex={0} className="overflow-x-auto rounded-md bg-sunken p-3 font-mono text-xs">
        {SNIPPET}
      </pre>
    </Dialog>
  );
}
