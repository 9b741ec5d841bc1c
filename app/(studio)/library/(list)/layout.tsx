import type { ReactNode } from "react";
import { GET as getContent } from "@/app/v1/creator/content/[id]/route";
import { GET as listContent } from "@/app/v1/creator/content/route";
import { FirstAnswers } from "@/components/api/first-answers";
import { libraryAddress, openItemIdOf } from "@/components/library/library-query";
import { LibraryView } from "@/components/library/library-view";
import { pageAddress } from "@/server/http/page-address";
import { promptAnswers } from "@/server/http/page-answer";

/** The list stays where it is while panels open and close beside it; which one is open stands in the address. */
export default async function LibraryLayout({ children }: { children: ReactNode }) {
  const { pathname, searchParams } = await pageAddress();
  const id = openItemIdOf(pathname);
  const answers = {
    ...promptAnswers([listContent, libraryAddress(searchParams)]),
    ...(id && promptAnswers([getContent, `/v1/creator/content/${id}`, { id }])),
  };
  return (
    <FirstAnswers answers={answers}>
      <LibraryView />
      {children}
    </FirstAnswers>
  );
}
