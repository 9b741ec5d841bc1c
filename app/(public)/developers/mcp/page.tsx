import type { Metadata } from "next";
import { AgentsPage } from "@/components/developers/agents/agents-page";
import { originOfPage } from "@/server/http/origin-of-page";
import { TOOLS } from "@/server/mcp/tool-list";

export const metadata: Metadata = {
  title: "Agents",
  description: "Connect an assistant by the Model Context Protocol, and let it run a channel.",
};

export default async function AgentsDevelopersPage() {
  const tools = TOOLS.map(({ name, description, scope, annotations }) => ({
    name,
    description,
    scope,
    readOnly: annotations.readOnlyHint,
    destructive: annotations.destructiveHint,
  }));
  return <AgentsPage origin={await originOfPage()} tools={tools} />;
}
