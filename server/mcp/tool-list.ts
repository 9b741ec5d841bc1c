import type { Actor } from "@/core/actor";
import { AppError } from "@/core/errors";
import type { Tool } from "./tool";
import { ACCOUNT_TOOLS } from "./tools/account";
import { ANALYTICS_TOOLS } from "./tools/analytics";
import { CHANNEL_TOOLS } from "./tools/channels";
import { CONTENT_TOOLS } from "./tools/content";
import { GUIDE_TOOLS } from "./tools/guide";
import { UPLOAD_TOOLS } from "./tools/uploads";

/** Every tool, in the order in which an agent meets the work. */
export const TOOLS: readonly Tool[] = [
  ...ACCOUNT_TOOLS,
  ...CONTENT_TOOLS,
  ...UPLOAD_TOOLS,
  ...CHANNEL_TOOLS,
  ...GUIDE_TOOLS,
  ...ANALYTICS_TOOLS,
];

/**
 * The tools that a caller may use. One that it may not use is not listed: an agent plans with what it sees, and a plan
 * that ends in a refusal is worth nothing.
 */
export function toolsFor(actor: Actor): Tool[] {
  return TOOLS.filter((tool) => holdsScope(actor, tool));
}

/**
 * The tool of a name, if the caller may use it.
 * @throws resource.not_found; auth.insufficient_scope, because a refusal by name should say how to end it
 */
export function requireTool(actor: Actor, name: string): Tool {
  const tool = TOOLS.find((candidate) => candidate.name === name);
  if (!tool) throw new AppError("resource.not_found", `There is no tool named \`${name}\`.`);
  if (!holdsScope(actor, tool)) {
    throw new AppError("auth.insufficient_scope", `This API key lacks the scope \`${tool.scope}\`.`, {
      requiredScope: tool.scope,
    });
  }
  return tool;
}

function holdsScope(actor: Actor, { scope }: Tool): boolean {
  return scope === "any" || actor.scopes === null || actor.scopes.includes(scope);
}
