import { Badge } from "@/components/ui/badge";

/** A tool as the page tells of it. */
export interface ToolFacts {
  name: string;
  description: string;
  scope: string;
  readOnly: boolean;
  destructive: boolean;
}

/** Every tool with what it is for, the scope that it takes, and whether it changes anything. */
export function ToolTable({ tools }: { tools: ToolFacts[] }) {
  return (
    <ul className="border-border border-t">
      {tools.map((tool) => (
        <li
          key={tool.name}
          className="grid gap-x-6 gap-y-1 border-border border-b py-3 md:grid-cols-[12rem_minmax(0,1fr)_11rem]"
        >
          <h3 className="font-mono text-sm leading-6">{tool.name}</h3>
          <p className="text-muted">
            {tool.description.split("`").map((part, index) =>
              index % 2 === 1 ? (
                <code key={part} className="font-mono text-sm text-text">
                  {part}
                </code>
              ) : (
                part
              ),
            )}
          </p>
          <p className="flex flex-wrap items-start gap-1 md:justify-end">
            <Badge>{tool.scope === "any" ? "any key" : tool.scope}</Badge>
            {tool.readOnly && <Badge tone="ok">reads</Badge>}
            {tool.destructive && <Badge tone="warn">removes</Badge>}
          </p>
        </li>
      ))}
    </ul>
  );
}
