import { ERROR_MEANINGS } from "@/core/error-meanings";
import type { ErrorCode } from "@/core/errors";
import { STATUS } from "../status";
import { errorsOf } from "./errors-of";
import { hasCommonHeaders, headersFor, headersOf, isRepeatable } from "./headers";
import type { Operation } from "./operation";
import type { SharedParts } from "./shared-parts";

const REQUEST_ID = "req_01JABCDEFGHJKMNPQRSTVWXYZ0";

/** Every refusal of an operation, by status. */
export function refusalsOf(operation: Operation, method: string, shared: SharedParts): [string, unknown][] {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of errorsOf(operation, method)) {
    byStatus.set(STATUS[code], [...(byStatus.get(STATUS[code]) ?? []), code]);
  }
  return [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([status, codes]) => {
      const refusal = refusalOf(operation, method, { status, codes, shared });
      const [only] = codes.length === 1 ? codes : [];
      const common = only && hasCommonHeaders(operation) && !operation.detailErrors && method !== "HEAD";
      const variant = isRepeatable(operation, method) ? "-repeatable" : "";
      return [String(status), common ? shared.refer("responses", componentName(only) + variant, refusal) : refusal];
    });
}

interface Refusal {
  status: number;
  codes: readonly ErrorCode[];
  shared: SharedParts;
}

function refusalOf(operation: Operation, method: string, { status, codes, shared }: Refusal): unknown {
  return {
    description: codes.map((code) => `\`${code}\`: ${ERROR_MEANINGS[code]}`).join("\n\n"),
    headers: headersOf(headersFor(operation, method, status), shared),
    "x-error-codes": codes,
    ...(method !== "HEAD" && {
      content: { "application/json": operation.detailErrors ? detailBody(status) : envelopeBody(codes, shared) },
    }),
  };
}

function detailBody(status: number): unknown {
  return { schema: { $ref: `#/components/schemas/${status === 422 ? "ImportValidationError" : "ImportError"}` } };
}

function envelopeBody(codes: readonly ErrorCode[], shared: SharedParts): unknown {
  const examples = codes.map((code) => {
    const value = { error: { code, message: ERROR_MEANINGS[code], requestId: REQUEST_ID } };
    return [code, shared.refer("examples", componentName(code), { summary: code, value })];
  });
  return { schema: { $ref: "#/components/schemas/ErrorEnvelope" }, examples: Object.fromEntries(examples) };
}

/** `schedule.too_long` as the name of a component: ScheduleTooLong. */
function componentName(code: ErrorCode): string {
  return code.replace(/(?:^|[._])(\w)/g, (_, letter: string) => letter.toUpperCase());
}
