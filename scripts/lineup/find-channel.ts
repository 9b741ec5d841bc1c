import { listChannels } from "@/generated/client/sdk.gen";
import type { Channel } from "@/generated/client/types.gen";
import { EXIT, Failure } from "./failure";
import type { Session } from "./session";

const PER_PAGE = 100;

/** All channels of the account. */
export async function allChannels({ client }: Session): Promise<Channel[]> {
  const found: Channel[] = [];
  for (let page = 1; ; page++) {
    const { data } = await listChannels({ client, query: { page, per_page: PER_PAGE }, throwOnError: true });
    found.push(...data.items);
    if (data.items.length === 0 || found.length >= data.total) return found;
  }
}

/**
 * The channel that a word names: by id, by slug, or by its whole name.
 * @throws Failure when none or more than one does
 */
export async function findChannel(word: string, session: Session): Promise<Channel> {
  const matches = channelsNamed(word, await allChannels(session));
  if (matches.length === 1) return matches[0]!;
  const names = matches.map(({ slug }) => slug).join(", ");
  throw new Failure(
    EXIT.refused,
    "resource.not_found",
    matches.length === 0
      ? `There is no channel “${word}”. \`lineup channels list\` shows them.`
      : `Several channels are called “${word}”. Name one by its slug: ${names}.`,
  );
}

/** Ids and slugs are unique and come first; names count without case. */
export function channelsNamed<C extends Pick<Channel, "id" | "slug" | "name">>(word: string, channels: C[]): C[] {
  const exact = channels.filter(({ id, slug }) => id === word.toLowerCase() || slug === word);
  if (exact.length > 0) return exact;
  return channels.filter(({ name }) => name.toLowerCase() === word.trim().toLowerCase());
}
