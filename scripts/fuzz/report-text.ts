import type { Sent } from "./concrete";
import type { Finding } from "./fuzz-operation";

const SHOWN = 600;

/** What a person needs to see the failure, and the command that finds it again. */
export function findingText({ operation, sent, received, wrong, path }: Finding, seed: number): string {
  return [
    `${operation.id} (${operation.method} ${operation.path}): ${wrong.join("; ")}`,
    `  again: npm run fuzz -- --seed ${seed} --only ${operation.id} --path ${path}`,
    indented(requestText(sent)),
    indented(`→ ${received.status} ${cut(received.body)}`),
  ].join("\n");
}

function requestText({ method, path, headers, body }: Sent): string {
  const lines = headers
    .filter(([name]) => name !== "Authorization" && name !== "Cookie" && name !== "X-Forwarded-For")
    .map(([name, value]) => `${name}: ${cut(value)}`);
  const size = body && body.byteLength > SHOWN ? [`(${body.byteLength} bytes)`] : [];
  return [`${method} ${cut(path)}`, ...lines, ...(body ? [cut(body.toString()), ...size] : [])].join("\n");
}

/** Control characters are written out: what hostile text does to a terminal is not to be found out here. */
function cut(text: string): string {
  const plain = JSON.stringify(text.slice(0, SHOWN)).slice(1, -1).replaceAll('\\"', '"');
  return text.length > SHOWN ? `${plain}…` : plain;
}

function indented(text: string): string {
  return text.replace(/^/gm, "  ");
}
