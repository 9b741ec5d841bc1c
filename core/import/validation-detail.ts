import type { z } from "zod";

/** One thing that is wrong with a request to the import API, as it is published. */
export interface ValidationDetail {
  loc: (string | number)[];
  msg: string;
  type: string;
}

/**
 * The issues of a refused body as the import API tells them: where (`loc` begins with "body"), what, and of which
 * kind. Clients of the published API know these kinds and sentences.
 */
export function validationDetails(error: z.ZodError): ValidationDetail[] {
  return error.issues.flatMap((issue) => detailsOf(issue, ["body"]));
}

function detailsOf(issue: z.core.$ZodIssue, base: (string | number)[]): ValidationDetail[] {
  const loc = [...base, ...issue.path.map((part) => (typeof part === "number" ? part : String(part)))];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        loc: [...loc, key],
        msg: "Extra inputs are not permitted",
        type: "extra_forbidden",
      }));
    case "invalid_type":
      return [wrongType(issue, loc)];
    case "invalid_value":
      return [{ loc, msg: `Input should be ${alternatives(issue.values)}`, type: "enum" }];
    case "too_big":
      return [tooBig(issue, loc)];
    case "too_small":
      return [tooSmall(issue, loc)];
    case "invalid_union":
      return (
        issue.errors[0]?.flatMap((inner) => detailsOf(inner, loc)) ?? [{ loc, msg: issue.message, type: "value_error" }]
      );
    default:
      return [{ loc, msg: issue.message, type: "value_error" }];
  }
}

const TYPE_WORDS: Record<string, [type: string, words: string]> = {
  string: ["string_type", "a valid string"],
  array: ["list_type", "a valid list"],
  object: ["model_type", "a valid dictionary"],
  number: ["int_type", "a valid integer"],
  int: ["int_type", "a valid integer"],
};

function wrongType(issue: z.core.$ZodIssueInvalidType, loc: ValidationDetail["loc"]): ValidationDetail {
  if (issue.message.endsWith("received undefined")) return { loc, msg: "Field required", type: "missing" };
  const [type, words] = TYPE_WORDS[issue.expected] ?? ["value_error", `a valid ${issue.expected}`];
  return { loc, msg: `Input should be ${words}`, type };
}

function tooBig(issue: z.core.$ZodIssueTooBig, loc: ValidationDetail["loc"]): ValidationDetail {
  const most = Number(issue.maximum);
  if (issue.origin === "array") return { loc, msg: `List should have at most ${most} items`, type: "too_long" };
  if (issue.origin === "string")
    return { loc, msg: `String should have at most ${most} characters`, type: "string_too_long" };
  return { loc, msg: `Input should be less than or equal to ${most}`, type: "less_than_equal" };
}

function tooSmall(issue: z.core.$ZodIssueTooSmall, loc: ValidationDetail["loc"]): ValidationDetail {
  const least = Number(issue.minimum);
  const s = least === 1 ? "" : "s";
  if (issue.origin === "array") return { loc, msg: `List should have at least ${least} item${s}`, type: "too_short" };
  if (issue.origin === "string")
    return { loc, msg: `String should have at least ${least} character${s}`, type: "string_too_short" };
  return { loc, msg: `Input should be greater than or equal to ${least}`, type: "greater_than_equal" };
}

/** `'A', 'B' or 'C'` */
function alternatives(values: readonly unknown[]): string {
  const quoted = values.map((value) => `'${String(value)}'`);
  const last = quoted.pop() ?? "";
  return quoted.length > 0 ? `${quoted.join(", ")} or ${last}` : last;
}
