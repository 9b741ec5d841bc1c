/** Examples of parameters, by name. */
export const PARAMETER_EXAMPLES: Readonly<Record<string, unknown>> = {
  id: "01936f4e-7d2a-7c31-9b5e-0a4f6c2d8e10",
};

const EXAMPLES: Readonly<Record<string, unknown>> = {};

/** The example of a named schema, where it has one. */
export function exampleOf(name: string): unknown {
  return EXAMPLES[name];
}
