import type { Metadata } from "next";
import { searchOf } from "@/app/search-of";
import { GET as getContent } from "@/app/v1/creator/content/[id]/route";
import { GET as listContent } from "@/app/v1/creator/content/route";
import { Delivery } from "@/components/api/delivery";
import { libraryAddress } from "@/components/library/library-query";
import { pageAnswers } from "@/server/http/page-answer";

export const metadata: Metadata = { title: "Library" };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
}

/** The list with one item open; its layout reads which from the address. */
export default async function LibraryItemPage({ params, searchParams }: Props) {
  const { id } = await params;
  const list = libraryAddress(searchOf(await searchParams));
  const answers = pageAnswers([listContent, list], [getContent, `/v1/creator/content/${id}`, { id }]);
  return <Delivery key={list} answers={answers} />;
}
