import type { z } from "zod";
import { AppError, type Issue, notFound } from "@/core/errors";

/**
 * Parses a body by its schema. Unknown fields are refused: give the schema as a strict object.
 * @throws request.invalid with `details.issues`
 */
export function parseBody<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body === undefined ? {} : body);
  if (parsed.success) return parsed.data;
  throw invalid(parsed.error);
}

/**
 * Parses the query string. A parameter that is required but absent is 400, a wrong one 422.
 * @throws request.missing_parameter, request.invalid
 */
export function parseQuery<T extends z.ZodType>(schema: T, params: URLSearchParams): z.output<T> {
  const input = Object.fromEntries(params);
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const missing = parsed.error.issues.find((issue) => issue.path.length === 1 && !params.has(String(issue.path[0])));
  if (missing) {
    const parameter = String(missing.path[0]);
    throw new AppError("request.missing_parameter", `The query parameter \`${parameter}\` is required.`, { parameter });
  }
  throw invalid(parsed.error);
}

/** Parses path parameters; one that cannot exist is simply not found. */
export function parseParams<T extends z.ZodType>(schema: T, params: unknown): z.output<T> {
  const parsed = schema.safeParse(params);
  if (parsed.success) return parsed.data;
  throw notFound("The resource");
}

/** The error for input that a schema refused, with one issue per wrong field. */
export function invalid(error: z.ZodError): AppError {
  const issues = error.issues.flatMap(flatten);
  const first = issues[0];
  const where = first?.path.length ? `\`${first.path.join(".")}\`: ` : "";
  return new AppError("request.invalid", `${where}${first?.message ?? "The request is not valid."}`, { issues });
}

function flatten(issue: z.core.$ZodIssue): Issue[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...path, key],
      code: "unrecognized_keys",
      message: `Unknown field \`${key}\`.`,
    }));
  }
  return [{ path, code: issue.code ?? "custom", message: issue.message }];
}
