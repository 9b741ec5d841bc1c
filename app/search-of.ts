/** The parameters of a page's address; of one that stands there twice, the first. */
export function searchOf(params: Record<string, string | string[] | undefined>): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    const [first] = Array.isArray(value) ? value : [value];
    if (first !== undefined) search.set(name, first);
  }
  return search;
}
