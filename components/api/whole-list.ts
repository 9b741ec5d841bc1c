import { api, withQuery } from "./client";

const PER_PAGE = 100;

export interface List {
  items: unknown[];
  total: number;
}

/** Where the first page of a whole list is asked for. */
export const wholeListAddress = (path: string) => withQuery(path, { per_page: PER_PAGE });

/** Every page of a list as one, for what is chosen from or ordered as a whole. */
export async function wholeList<T extends List>(path: string, signal?: AbortSignal): Promise<T> {
  const whole = await api.get<T>(path, { per_page: PER_PAGE }, { signal });
  for (let page = 2; whole.items.length < whole.total; page++) {
    const part = await api.get<T>(path, { page, per_page: PER_PAGE }, { signal });
    // What was deleted meanwhile is missing at the end.
    if (part.items.length === 0) break;
    whole.items.push(...part.items);
  }
  return whole;
}
