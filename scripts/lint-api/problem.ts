/** Something that a linter does not like. */
export interface Problem {
  rule: string;
  where: string;
  /** Keys from the root of the document, where the linter tells them. */
  path: readonly (string | number)[];
  message: string;
}
