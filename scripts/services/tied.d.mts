export function tied(
  signal: NodeJS.Signals,
  command: string,
  args: readonly string[],
  options?: readonly string[],
): [command: string, args: string[]];
