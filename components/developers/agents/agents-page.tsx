import Link from "next/link";
import type { ReactNode } from "react";
import { ClientTabs } from "./client-tabs";
import { TestKey } from "./test-key";
import { type ToolFacts, ToolTable } from "./tool-table";

/** How an assistant that speaks the Model Context Protocol is connected, and what it can do then. */
export function AgentsPage({ origin, tools }: { origin: string; tools: ToolFacts[] }) {
  return (
    <div className="mx-auto max-w-6xl px-4 py-8 md:px-6 md:py-12">
      <header className="max-w-[62ch]">
        <h1 className="font-semibold text-2xl">Let an agent run your channel</h1>
        <p className="mt-3 text-lg text-muted">
          Connect an assistant that speaks the Model Context Protocol, and ask it: “Upload this clip, fill tomorrow and
          publish.” It uses the same verbs as the Studio and the API, within the scopes of its key.
        </p>
        <p className="mt-3 text-muted">
          It listens at <code className="font-mono text-sm text-text">{origin}/mcp</code> (streamable HTTP).
        </p>
      </header>
      <Step number={1} title="Make a key">
        <p className="text-muted">
          At{" "}
          <Link href="/account/api-keys" className="font-medium text-accent underline underline-offset-4">
            Account, API keys
          </Link>
          . Tick what the agent may do: it sees no other tools. For the request above these are content, schedule and
          channel, read and write.
        </p>
        <div className="mt-4">
          <TestKey />
        </div>
      </Step>
      <Step number={2} title="Tell your client">
        <ClientTabs origin={origin} />
      </Step>
      <section aria-labelledby="tools" className="mt-14">
        <h2 id="tools" className="mb-3 font-semibold text-lg">
          {tools.length} tools
        </h2>
        <ToolTable tools={tools} />
      </section>
    </div>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <section className="mt-12 grid gap-x-10 gap-y-4 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <div>
        <p className="eyebrow">Step {number}</p>
        <h2 className="mt-1 font-semibold text-lg">{title}</h2>
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
