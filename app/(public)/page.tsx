import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { FrontPage } from "@/components/front/front-page";
import { CATEGORY_WORDS } from "@/core/channels/category-words";
import { OnNowQuery } from "@/core/front/contract";
import { currentUser } from "@/server/auth/current-user";
import { hasAccounts } from "@/server/auth/has-accounts";
import { onNow } from "@/server/channels/on-now";
import { forPage } from "@/server/http/for-page";

type Search = Promise<Record<string, string | string[] | undefined>>;

const DESCRIPTION = "What is on now across all channels.";

export async function generateMetadata({ searchParams }: { searchParams: Search }): Promise<Metadata> {
  const { category } = OnNowQuery.safeParse(await searchParams).data ?? {};
  const title = category ? CATEGORY_WORDS[category] : "On now";
  return { title, description: DESCRIPTION, openGraph: { title, description: DESCRIPTION, type: "website" } };
}

/** Everybody sees what is on; whoever opens an installation that nobody has an account on yet is led to make one. */
export default async function Page({ searchParams }: { searchParams: Search }) {
  const query = OnNowQuery.safeParse(await searchParams);
  if (!query.success) notFound();
  const [initial, user] = await Promise.all([forPage(() => onNow(query.data)), currentUser().catch(() => null)]);
  if (initial.total === 0 && !user && !(await hasAccounts())) redirect("/sign-up");
  const { category, page } = query.data;
  return (
    <FrontPage key={`${category} ${page}`} query={{ category, page }} initial={initial} isSignedIn={user !== null} />
  );
}
