import type { Metadata } from "next";
import { searchOf } from "@/app/search-of";
import { GET as listContent } from "@/app/v1/creator/content/route";
import { Delivery } from "@/components/api/delivery";
import { libraryAddress } from "@/components/library/library-query";
import { pageAnswers } from "@/server/http/page-answer";

export const metadata: Metadata = { title: "Library" };

interface Props {
  searchParams: Promise<Record<string, string | string[]>>;
}

/** The list alone; its layout shows it. */
export default async function LibraryPage({ searchParams }: Props) {
  const address = libraryAddress(searchOf(await searchParams));
  return <Delivery key={address} answers={pageAnswers([listContent, address])} />;
}
