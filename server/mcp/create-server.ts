import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import {
  CallToolRequestSchema,
  type CallToolResult,
  ListToolsRequestSchema,
  type ServerNotification,
} from "@modelcontextprotocol/sdk/types.js";
import type { Actor } from "@/core/actor";
import packageJson from "@/package.json";
import { asAppError } from "../http/reply";
import { log } from "../log";
import type { ToolCall } from "./tool";
import { toolError } from "./tool-error";
import { requireTool, toolsFor } from "./tool-list";

const INSTRUCTIONS = `Lineup runs TV channels: videos become content, content is placed on a channel's guide, and a published channel plays its guide to everybody.
A usual way: list_channels; upload_init, HTTP PUT, upload_complete (or import_by_url); content_status until ready; fill_guide or place_block; job_status; get_guide to check; publish_channel.
All instants are ISO 8601. A day of a channel begins and ends in the channel's own time zone. What is on air cannot be changed: see editableFrom of get_guide.
Errors say in whatToDo what helps. Ask a person before you unpublish a channel or remove blocks that you did not place.`;

/** A server of the Model Context Protocol for one request of one caller: it knows the tools that the caller may use. */
export function createMcpServer(actor: Actor, requestId: string): Server {
  const server = new Server(
    { name: "lineup", title: "Lineup", version: packageJson.version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: toolsFor(actor).map(({ name, title, description, inputSchema, outputSchema, annotations }) => ({
      name,
      title,
      description,
      inputSchema,
      outputSchema,
      annotations: { title, ...annotations },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }, { signal, sendNotification }) => {
    const progressToken = params._meta?.progressToken;
    return callTool(actor, requestId, params.name, params.arguments ?? {}, {
      signal,
      progress: progressOf(progressToken, sendNotification),
    });
  });
  return server;
}

async function callTool(
  actor: Actor,
  requestId: string,
  name: string,
  input: unknown,
  context: ToolCall,
): Promise<CallToolResult> {
  const startedAt = performance.now();
  const written = (code?: string) =>
    log.info({ tool: name, code, ms: Math.round(performance.now() - startedAt) }, "tool called");
  try {
    const result = await requireTool(actor, name).run(actor, input, context);
    written();
    return { structuredContent: result, content: [{ type: "text", text: JSON.stringify(result) }] };
  } catch (thrown) {
    const error = asAppError(thrown);
    written(error.code);
    return toolError(error, requestId);
  }
}

/** The protocol wants the figure to grow with every notification, so an unchanged one is not sent. */
function progressOf(
  progressToken: string | number | undefined,
  send: (notification: ServerNotification) => Promise<void>,
): ToolCall["progress"] {
  let last = -1;
  return async (progress, message) => {
    if (progressToken === undefined || progress <= last) return;
    last = progress;
    await send({ method: "notifications/progress", params: { progressToken, progress, total: 100, message } });
  };
}
