import type { ErrorEnvelope } from "@/core/contract";

interface RpcReply {
  result?: { isError?: boolean; structuredContent?: unknown; tools?: { name: string }[] };
  error?: { message: string };
}

/**
 * One question to `/mcp`, as a client asks it.
 * @throws Error with words that can be shown
 */
export async function askMcp(apiKey: string, method: string, params: unknown): Promise<RpcReply["result"]> {
  const response = await fetch("/mcp", {
    method: "POST",
    headers: {
      Authorization: `Bearer ${apiKey}`,
      "Content-Type": "application/json",
      Accept: "application/json, text/event-stream",
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
  }).catch(() => {
    throw new Error("Lineup cannot be reached. Check your connection and try again.");
  });
  const text = await response.text();
  if (!response.ok) throw new Error(messageOf(text));
  const { result, error } = lastMessage(text);
  if (error) throw new Error(error.message);
  return result;
}

/** The answer stands in a stream of events, after what was told on the way. */
export function lastMessage(stream: string): RpcReply {
  const events = stream.split("\n").filter((line) => line.startsWith("data: "));
  return JSON.parse(events.at(-1)?.slice("data: ".length) ?? "{}") as RpcReply;
}

function messageOf(text: string): string {
  try {
    return (JSON.parse(text) as ErrorEnvelope).error.message;
  } catch {
    return "The server gave an unexpected answer. Try again in a moment.";
  }
}
