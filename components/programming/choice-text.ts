import type { Filler } from "@/core/channels/contract";

/** What is chosen from: items, tags and groups together. */
export type ContentChoice = Filler;

/** True when nothing is chosen. */
export function isEmptyChoice({ contentItemIds, tags, contentGroupIds }: ContentChoice): boolean {
  return ![contentItemIds, tags, contentGroupIds].some((part) => part && part.length > 0);
}

/** Without its empty parts: an empty list would choose nothing where an absent one means everything. */
export function tidyChoice(choice: ContentChoice): ContentChoice {
  const { contentItemIds, tags, contentGroupIds } = choice;
  return {
    ...(contentItemIds?.length && { contentItemIds }),
    ...(tags?.length && { tags }),
    ...(contentGroupIds?.length && { contentGroupIds }),
  };
}

/** A choice in words: `2 items, everything tagged “ident” or “promo”, and the group “Bumpers”`. */
export function choiceText(choice: ContentChoice, nameOfGroup: (id: string) => string | undefined): string {
  const { contentItemIds = [], tags = [], contentGroupIds = [] } = choice;
  const parts: string[] = [];
  if (contentItemIds.length > 0) parts.push(contentItemIds.length === 1 ? "1 item" : `${contentItemIds.length} items`);
  if (tags.length > 0) parts.push(`everything tagged ${joined(tags.map(quoted), "or")}`);
  if (contentGroupIds.length > 0) {
    const names = contentGroupIds.map((id) => quoted(nameOfGroup(id) ?? "a deleted group"));
    parts.push(`the ${names.length === 1 ? "group" : "groups"} ${joined(names, "and")}`);
  }
  return joined(parts, "and");
}

const quoted = (text: string) => `“${text}”`;

function joined(parts: string[], word: "and" | "or"): string {
  if (parts.length < 3) return parts.join(` ${word} `);
  return `${parts.slice(0, -1).join(", ")}, ${word} ${parts.at(-1)}`;
}
