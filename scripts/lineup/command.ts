import { type ParseArgsConfig, parseArgs } from "node:util";
import { usage } from "./failure";
import type { Session } from "./session";

interface Option {
  type: "string" | "boolean";
  multiple?: true;
  /** How help names its value. */
  value?: string;
  about: string;
}

type Options = Record<string, Option>;

type Values<O extends Options> = {
  [K in keyof O]?: O[K] extends { type: "boolean" } ? boolean : O[K] extends { multiple: true } ? string[] : string;
};

/** What a command answers: text for people, a document for `--json`. */
export interface Result {
  text: string;
  json: unknown;
  /** Something of the work failed, although the command itself went through. */
  failed?: boolean;
}

export interface Command {
  /** One word, or two: `schedule place`. */
  name: string;
  operands: string;
  /** How many operands it takes. */
  count: [least: number, most: number];
  summary: string;
  options: Options;
  /** It works without a key: it is how one gets in or out. */
  withoutKey: boolean;
  run(operands: string[], values: Parsed["values"], session: Session): Promise<Result>;
}

interface Declared<O extends Options> {
  name: string;
  operands?: string;
  count?: [least: number, most: number];
  summary: string;
  options?: O;
  withoutKey?: boolean;
  run(operands: string[], values: Values<O>, session: Session): Promise<Result>;
}

/** Declares a command; the types of its options follow from their declaration. */
export function command<const O extends Options>(declared: Declared<O>): Command {
  const { operands = "", count = [0, 0], options = {} as O, withoutKey = false, ...rest } = declared;
  return { ...rest, operands, count, options, withoutKey, run: rest.run as Command["run"] };
}

export type Asked =
  | { kind: "help"; command?: Command }
  | { kind: "run"; command: Command; operands: string[]; values: Parsed["values"]; json: boolean };

const COMMON = { json: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;

/**
 * What the words of a command line ask for.
 * @throws Failure with exit code 2 and a sentence that says what is wrong
 */
export function readCommand(words: string[], commands: readonly Command[]): Asked {
  const [first, second] = words;
  if (first === undefined || first === "help" || first === "--help" || first === "-h") return { kind: "help" };
  const two = commands.find((each) => each.name === `${first} ${second}`);
  const found = two ?? commands.find((each) => each.name === first);
  if (!found) throw unknownCommand(first, second, commands);
  const { values, positionals } = parsed(words.slice(two ? 2 : 1), found);
  const { json, help, ...own } = values;
  if (help) return { kind: "help", command: found };
  const [least, most] = found.count;
  if (positionals.length < least || positionals.length > most)
    throw usage(`Usage: lineup ${found.name} ${found.operands}`.trim());
  return { kind: "run", command: found, operands: positionals, values: own, json: json === true };
}

interface Parsed {
  values: Record<string, string | boolean | string[] | undefined>;
  positionals: string[];
}

function parsed(args: string[], { name, options }: Command): Parsed {
  const own: NonNullable<ParseArgsConfig["options"]> = {};
  for (const [key, { type, multiple }] of Object.entries(options)) own[key] = { type, multiple: multiple ?? false };
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { ...own, ...COMMON } });
    return { values: values as Parsed["values"], positionals };
  } catch (error) {
    const sentence = (error as Error).message.split(". To specify")[0];
    throw usage(`${sentence}. \`lineup ${name} --help\` names the options.`);
  }
}

function unknownCommand(first: string, second: string | undefined, commands: readonly Command[]) {
  const family = commands.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name.split(" ")[1]);
  if (family.length === 0) return usage(`There is no command “${first}”. \`lineup --help\` lists them.`);
  const given = second && !second.startsWith("-") ? `“${first} ${second}”` : `“${first}” alone`;
  return usage(`There is no command ${given}; there is ${family.map((verb) => `\`${first} ${verb}\``).join(", ")}.`);
}
