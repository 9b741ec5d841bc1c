"use client";

import { CodeBlock } from "@/components/developers/code-block";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ShownSecret } from "@/components/ui/shown-secret";
import type { CreatedApiKey } from "@/core/api-keys/contract";
import { COMMAND_NOTES, firstCommand } from "./key-words";

/** A new key's token, to copy now or never, and a command that tries it. */
export function CreatedKeyDialog({ created, onClose }: { created: CreatedApiKey["key"]; onClose: () => void }) {
  return (
    <Dialog
      open
      isFirm
      size="lg"
      onOpenChange={onClose}
      title={`Copy the key “${created.name}” now`}
      description="It is shown this once. Lineup keeps only a fingerprint of it."
      footer={
        <Button tone="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <ShownSecret label="API key" secret={created.token} />
      <h3 className="mt-5 font-medium text-sm">Try it</h3>
      <p className="mb-2 text-muted text-sm">{COMMAND_NOTES[created.kind]}</p>
      <CodeBlock
        code={firstCommand(created, window.location.origin)}
        label="Command that tries the key"
        language="bash"
      />
    </Dialog>
  );
}
