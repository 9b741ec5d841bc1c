/** A creator that requests are made for, and what is theirs. */
export interface World {
  key: string;
  scopelessKey: string;
  importKey: string;
  cookie: string;
  /** By the noun of the thing. */
  ids: Record<string, string>;
  /** Requests that it was used for. */
  uses: number;
}

/** The noun before a path's `{id}`, and parts of names of fields, with the thing that they mean. */
const NOUNS: [part: RegExp, noun: string][] = [
  [/channel/i, "channel"],
  [/group/i, "group"],
  [/template/i, "template"],
  [/caption/i, "caption"],
  [/schedule|block/i, "block"],
  [/job|csv/i, "job"],
  [/key/i, "key"],
  [/content|item|series|loopOrder/i, "content"],
];

/** The id that a field or a parameter most likely asks for. */
export function ownIdFor(name: string, path: string, world: World): string {
  const asked = name === "id" ? (path.split("/{id}")[0]?.split("/").at(-1) ?? "") : name;
  const noun = NOUNS.find(([part]) => part.test(asked))?.[1] ?? "content";
  return world.ids[noun] ?? "";
}
