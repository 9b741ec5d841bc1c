"use client";

import { useState } from "react";
import { Tabs } from "@/components/ui/tabs";
import { CodeBlock } from "../code-block";
import { clientConfigs } from "./client-configs";

/** What to write where, for the client that one uses. */
export function ClientTabs({ origin }: { origin: string }) {
  const configs = clientConfigs(origin);
  const [chosen, choose] = useState("cursor");
  return (
    <div className="min-w-0">
      <Tabs
        label="Client"
        value={chosen}
        onChange={choose}
        tabs={configs.map(({ id, name }) => ({ value: id, label: name }))}
        className="mb-3"
      />
      {configs.map(({ id, name, place, text }) => (
        <div key={id} hidden={id !== chosen}>
          <p className="mb-2 text-muted">{place}</p>
          <CodeBlock code={text} label={`Settings for ${name}`} language={id === "code" ? "typescript" : "json"} />
        </div>
      ))}
    </div>
  );
}
