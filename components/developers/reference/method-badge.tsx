import { cn } from "@/components/ui/cn";

const TONE: Record<string, string> = { GET: "text-accent", DELETE: "text-danger" };

/** The method, at one width, so that what follows stands in a column. Its word says it; the colour only helps. */
export function MethodBadge({ method, className }: { method: string; className?: string }) {
  return (
    <span
      className={cn("inline-block w-12 shrink-0 font-mono font-semibold text-xs", TONE[method] ?? "text-ok", className)}
    >
      {method === "DELETE" ? "DEL" : method}
    </span>
  );
}
