import { readFile } from "node:fs/promises";
import path from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

/** How long an encode may take on a busy machine. */
const PATIENCE_MS = 180_000;
const DAY_MS = 24 * 3_600_000;

export interface AgentReport {
  contentItemId: string;
  channelId: string;
  watchUrl: string;
  placed: number;
  /** How far it was told that the work is, in percent, while it waited. */
  progress: number[];
}

/**
 * An agent that knows the address of `/mcp` and an API key, and nothing else of Lineup: it uploads a clip, waits until
 * it is ready, makes a channel, fills tomorrow with it and publishes.
 */
export async function runAgent(address: URL, apiKey: string, file: string): Promise<AgentReport> {
  const client = new Client({ name: "evening-agent", version: "1.0.0" });
  await client.connect(
    new StreamableHTTPClientTransport(address, { requestInit: { headers: { Authorization: `Bearer ${apiKey}` } } }),
  );
  try {
    const agent = new Agent(client);
    const contentItemId = await agent.upload(file);
    await agent.waitFor("content_status", { contentItemId });
    const channel = await agent.use<{ id: string; watchUrl: string; timezone: string }>("create_channel", {
      name: "Made by an agent",
    });
    const { jobId } = await agent.use<{ jobId: string }>("fill_guide", { channelId: channel.id, ...tomorrow() });
    const job = await agent.waitFor<{ result: { placed: number } }>("job_status", { jobId });
    const published = await agent.use<{ status: string }>("publish_channel", { channelId: channel.id });
    if (published.status !== "published") throw new Error(`the channel is ${published.status}`);
    return {
      contentItemId,
      channelId: channel.id,
      watchUrl: channel.watchUrl,
      placed: job.result.placed,
      progress: agent.progress,
    };
  } finally {
    await client.close();
  }
}

class Agent {
  readonly progress: number[] = [];

  constructor(private readonly client: Client) {}

  async use<T>(name: string, input: Record<string, unknown>): Promise<T> {
    const result = await this.client.callTool({ name, arguments: input }, undefined, {
      onprogress: ({ progress }) => this.progress.push(progress),
    });
    if (result.isError) throw new Error(`${name}: ${JSON.stringify(result.content)}`);
    return result.structuredContent as T;
  }

  async upload(file: string): Promise<string> {
    const bytes = await readFile(file);
    const { contentItemId, uploadUrl, put } = await this.use<{
      contentItemId: string;
      uploadUrl: string;
      put: { method: string; headers: Record<string, string> };
    }>("upload_init", { filename: path.basename(file), sizeBytes: bytes.byteLength });
    const sent = await fetch(uploadUrl, { ...put, body: bytes });
    if (!sent.ok) throw new Error(`the upload was answered by ${sent.status}: ${await sent.text()}`);
    await this.use("upload_complete", { contentItemId });
    return contentItemId;
  }

  /** Asks, each time waiting at the server, until it is over. */
  async waitFor<T>(name: string, input: Record<string, string>): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const state = await this.use<T & { status: string; over: boolean }>(name, { ...input, waitSeconds: 20 });
      if (state.over && state.status !== "failed") return state;
      if (state.over || Date.now() > deadline) throw new Error(`${name}: ${JSON.stringify(state)}`);
    }
  }
}

/** The whole of tomorrow, UTC: the zone of a channel that was given none. */
function tomorrow(): { from: string; to: string } {
  const from = new Date(Math.ceil((Date.now() + 1) / DAY_MS) * DAY_MS);
  return { from: from.toISOString(), to: new Date(from.getTime() + DAY_MS).toISOString() };
}
