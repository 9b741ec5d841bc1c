/** How a program that speaks the Model Context Protocol is told where we are. */
export interface ClientConfig {
  id: string;
  name: string;
  /** Where the text belongs. */
  place: string;
  text: string;
}

const KEY = "YOUR_API_KEY";

/** The settings of well-known clients, ready to copy but for the key. */
export function clientConfigs(origin: string): ClientConfig[] {
  const url = `${origin}/mcp`;
  const headers = { Authorization: `Bearer ${KEY}` };
  return [
    {
      id: "cursor",
      name: "Cursor",
      place: "In ~/.cursor/mcp.json, or in .cursor/mcp.json of a project.",
      text: json({ mcpServers: { lineup: { url, headers } } }),
    },
    {
      id: "vscode",
      name: "VS Code",
      place: "In .vscode/mcp.json of a project. It asks for the key once and keeps it safe.",
      text: json({
        inputs: [{ id: "lineup-key", type: "promptString", description: "API key of Lineup", password: true }],
        servers: {
          // biome-ignore lint/suspicious/noTemplateCurlyInString: the editor puts the key in this place.
          lineup: { type: "http", url, headers: { Authorization: "Bearer ${input:lineup-key}" } },
        },
      }),
    },
    {
      id: "gemini",
      name: "Gemini CLI",
      place: "In ~/.gemini/settings.json.",
      text: json({ mcpServers: { lineup: { httpUrl: url, headers } } }),
    },
    {
      id: "bridge",
      name: "Desktop apps",
      place: "For apps that can only start a program: mcp-remote, from npm, stands between.",
      text: json({
        mcpServers: {
          lineup: {
            command: "npx",
            args: ["-y", "mcp-remote", url, "--header", `Authorization: Bearer ${KEY}`],
          },
        },
      }),
    },
    {
      id: "code",
      name: "Your own code",
      place: "With the official SDK for TypeScript.",
      text: [
        'import { Client } from "@modelcontextprotocol/sdk/client/index.js";',
        'import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";',
        "",
        'const client = new Client({ name: "my-agent", version: "1.0.0" });',
        "await client.connect(",
        `  new StreamableHTTPClientTransport(new URL("${url}"), {`,
        `    requestInit: { headers: { Authorization: "Bearer ${KEY}" } },`,
        "  }),",
        ");",
        'console.log(await client.callTool({ name: "list_channels", arguments: {} }));',
      ].join("\n"),
    },
  ];
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
