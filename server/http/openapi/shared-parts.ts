import { isDeepStrictEqual } from "node:util";

type Kind = "headers" | "examples" | "responses" | "parameters";

/** Parts of a description that many operations have: each stands there once and is referred to. */
export class SharedParts {
  readonly parts: { [K in Kind]?: Record<string, unknown> } = {};

  /**
   * A reference to the part of this name.
   * @throws Error when another part has the name
   */
  refer(kind: Kind, name: string, part: unknown): { $ref: string } {
    this.parts[kind] ??= {};
    const parts = this.parts[kind];
    if (name in parts && !isDeepStrictEqual(parts[name], part)) throw new Error(`two ${kind} are named ${name}`);
    parts[name] = part;
    return { $ref: `#/components/${kind}/${name}` };
  }
}
