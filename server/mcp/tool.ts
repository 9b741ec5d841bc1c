import { z } from "zod";
import type { Actor } from "@/core/actor";
import type { Scope } from "@/core/api-keys/scopes";
import { type LimitName, spendLimit } from "../http/rate-limit";
import { parseBody } from "../http/read-input";

/** What a tool may use of the call that it answers. */
export interface ToolCall {
  /** Ends when the caller has left. */
  signal: AbortSignal;
  /** Tells a caller that asked for it how far the work is. */
  progress: (percent: number, message: string) => Promise<void>;
}

/** A tool for agents, as data: what is listed, checked and documented is made from it. */
interface ToolDeclaration<I extends z.ZodType, O extends z.ZodType> {
  /** verb_noun */
  name: string;
  title: string;
  /** For the agent: what it does, when to use it, what to do next. */
  description: string;
  /** The scope that the API key must hold; `any` for every key. */
  scope: Scope | "any";
  input: I;
  output: O;
  /** Changes nothing. */
  readOnly?: boolean;
  /** Takes away what cannot be brought back by a call. */
  destructive?: boolean;
  /** Doing it twice is doing it once. */
  idempotent?: boolean;
  /** Reaches servers beyond this one. */
  openWorld?: boolean;
  limit?: LimitName;
  call: (actor: Actor, input: z.output<I>, context: ToolCall) => Promise<z.input<O>>;
}

type JsonSchema = { type: "object"; [key: string]: unknown };

export interface Tool {
  name: string;
  title: string;
  description: string;
  scope: Scope | "any";
  inputSchema: JsonSchema;
  outputSchema: JsonSchema;
  annotations: { readOnlyHint: boolean; destructiveHint: boolean; idempotentHint: boolean; openWorldHint: boolean };
  /**
   * Life of a call, as of a request: spend the rate limit, read the input, do it, check the answer.
   * @throws rate_limit.exceeded, request.invalid, and what the verb throws
   */
  run: (actor: Actor, input: unknown, context: ToolCall) => Promise<Record<string, unknown>>;
}

/** Makes a tool from its declaration. Fields of the reply that `output` does not name are left out. */
export function tool<I extends z.ZodType, O extends z.ZodType>(declaration: ToolDeclaration<I, O>): Tool {
  const { name, title, description, scope, input, output, limit, call } = declaration;
  const readOnly = declaration.readOnly ?? false;
  return {
    name,
    title,
    description,
    scope,
    inputSchema: jsonSchema(input, "input"),
    outputSchema: jsonSchema(output, "output"),
    annotations: {
      readOnlyHint: readOnly,
      destructiveHint: declaration.destructive ?? false,
      idempotentHint: readOnly || (declaration.idempotent ?? false),
      openWorldHint: declaration.openWorld ?? false,
    },
    run: async (actor, given, context) => {
      if (limit) await spendLimit(limit, actor.userId, new Headers());
      const answer = await call(actor, parseBody(input, given), context);
      return output.parse(answer) as Record<string, unknown>;
    },
  };
}

/** Clients of the protocol check by JSON Schema, most of them by draft 7. */
function jsonSchema(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  return z.toJSONSchema(schema, { io, target: "draft-7", unrepresentable: "any" }) as JsonSchema;
}
