/** A request that a reader composed, before it is written in a language. */
export interface ComposedRequest {
  method: string;
  /** Absolute address with its query. */
  url: string;
  /** Header and the variable of the environment that holds the key; null for routes that take none. */
  key: { header: "Authorization" | "X-API-Key"; variable: string } | null;
  body: { type: string; text: string } | null;
}

export const LANGUAGES = ["curl", "javascript", "python"] as const;
export type Language = (typeof LANGUAGES)[number];
export const LANGUAGE_NAMES: Record<Language, string> = { curl: "curl", javascript: "JavaScript", python: "Python" };

/** The request as a program in a language, with nothing to install. */
export function snippetOf(request: ComposedRequest, language: Language): string {
  switch (language) {
    case "curl":
      return curl(request);
    case "javascript":
      return javascript(request);
    case "python":
      return python(request);
  }
}

function isForm({ body }: ComposedRequest): boolean {
  return body?.type === "multipart/form-data";
}

function curl(request: ComposedRequest): string {
  const { method, url, key, body } = request;
  const parts = [`curl${method === "GET" ? "" : ` -X ${method}`} ${shellQuoted(url)}`];
  if (key) parts.push(`-H "${key.header}: ${key.header === "Authorization" ? "Bearer " : ""}$${key.variable}"`);
  if (body && isForm(request))
    parts.push(...formFields(body.text).map(([name, value]) => `-F ${shellQuoted(`${name}=${value}`)}`));
  else if (body) parts.push(`-H 'Content-Type: ${body.type}'`, `--data ${shellQuoted(body.text)}`);
  return parts.join(" \\\n  ");
}

function javascript(request: ComposedRequest): string {
  const { method, url, key, body } = request;
  const headers: string[] = [];
  if (key) {
    const value =
      key.header === "Authorization" ? `\`Bearer \${process.env.${key.variable}}\`` : `process.env.${key.variable}`;
    headers.push(`    ${key.header === "Authorization" ? "Authorization" : '"X-API-Key"'}: ${value},`);
  }
  const form = body && isForm(request);
  if (body && !form) headers.push(`    "Content-Type": "${body.type}",`);
  const options = [`  method: "${method}",`];
  if (headers.length > 0) options.push("  headers: {", ...headers, "  },");
  if (form) options.push("  body: form,");
  else if (body)
    options.push(
      `  body: ${body.type.includes("json") ? `JSON.stringify(${indented(body.text, 2)})` : JSON.stringify(body.text)},`,
    );
  const preface = form
    ? `import { openAsBlob } from "node:fs";\n\nconst form = new FormData();\n${formFields(body.text)
        .map(([name, value]) =>
          value.startsWith("@")
            ? `form.set("${name}", await openAsBlob(${JSON.stringify(value.slice(1))}), ${JSON.stringify(value.slice(1))});`
            : `form.set("${name}", ${JSON.stringify(value)});`,
        )
        .join("\n")}\n\n`
    : "";
  return `${preface}const reply = await fetch(${JSON.stringify(url)}, {\n${options.join("\n")}\n});\nconsole.log(reply.status, await reply.text());`;
}

function python(request: ComposedRequest): string {
  const { method, url, key, body } = request;
  if (isForm(request))
    return `# Python's standard library builds no forms; with curl:\n# ${curl(request).replaceAll("\n", "\n# ")}`;
  const headers: string[] = [];
  if (key) {
    const variable = `os.environ["${key.variable}"]`;
    headers.push(`        "${key.header}": ${key.header === "Authorization" ? `"Bearer " + ${variable}` : variable},`);
  }
  if (body) headers.push(`        "Content-Type": "${body.type}",`);
  const json = body?.type.includes("json");
  const lines = [
    [...(json ? ["import json"] : []), ...(key ? ["import os"] : []), "import urllib.request"].join("\n"),
    "",
    "request = urllib.request.Request(",
    `    ${JSON.stringify(url)},`,
    `    method="${method}",`,
    ...(headers.length > 0 ? ["    headers={", ...headers, "    },"] : []),
    ...(body
      ? [`    data=${json ? `json.dumps(${pythonOf(body.text)}).encode()` : `${JSON.stringify(body.text)}.encode()`},`]
      : []),
    ")",
    "with urllib.request.urlopen(request) as reply:",
    "    print(reply.status, reply.read().decode())",
  ];
  return lines.join("\n");
}

/** JSON as a Python expression: only its three words differ, and only outside of text. */
function pythonOf(json: string): string {
  const words: Record<string, string> = { true: "True", false: "False", null: "None" };
  const said = indented(json, 4);
  return said.replace(/"(?:[^"\\]|\\.)*"|\b(?:true|false|null)\b/g, (part) => words[part] ?? part);
}

/** Lines after the first, further in. */
function indented(text: string, by: number): string {
  return text.replaceAll("\n", `\n${" ".repeat(by)}`);
}

function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function formFields(json: string): [name: string, value: string][] {
  const fields = JSON.parse(json) as Record<string, unknown>;
  return Object.entries(fields).map(([name, value]) => [name, String(value)]);
}
