/** A list with one of its members at another place; places outside the list mean its ends. */
export function moveInList<T>(list: readonly T[], from: number, to: number): T[] {
  const moved = [...list];
  const [member] = moved.splice(from, 1);
  if (member === undefined) return [...list];
  moved.splice(Math.min(list.length - 1, Math.max(0, to)), 0, member);
  return moved;
}
