"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { withQuery } from "@/components/api/client";
import type { OnNow } from "@/core/front/contract";
import { PublicBar } from "../shell/public-bar";
import { CategoryNav } from "./category-nav";
import { CategoryPage } from "./category-page";
import { Hero } from "./hero";
import { NothingOn } from "./nothing-on";
import { SearchField } from "./search-field";
import { SearchResults } from "./search-results";
import { COLUMNS, Shelf } from "./shelf";
import { type FrontQuery, frontAddress, useOnNow } from "./use-on-now";

interface FrontPageProps {
  query: FrontQuery;
  /** What the server knew when it rendered the page. */
  initial: OnNow;
  isSignedIn: boolean;
}

/** The page for everybody: what is on now across the channels, by category, and a search. */
export function FrontPage({ query, initial, isSignedIn }: FrontPageProps) {
  const { typed, words, type } = useSearchWords(query);
  const { data } = useOnNow(query, initial);
  return (
    <div className="flex min-h-dvh flex-col">
      <PublicBar isSignedIn={isSignedIn}>
        <SearchField words={typed} onChange={type} />
      </PublicBar>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[160rem] flex-1 px-4 pt-4 pb-16 outline-none md:px-8 md:pt-6"
      >
        <h1 className="sr-only">What is on now</h1>
        {words ? <SearchResults words={words} /> : <OnNowView query={query} onNow={data} isSignedIn={isSignedIn} />}
      </main>
    </div>
  );
}

function OnNowView({ query, onNow, isSignedIn }: { query: FrontQuery; onNow: OnNow; isSignedIn: boolean }) {
  const { category, page } = query;
  const { featured, shelves, categories, total, perPage } = onNow;
  if (total === 0) return <NothingOn isSignedIn={isSignedIn} />;
  return (
    <>
      {featured && (
        <div className="-mx-4 -mt-4 mb-4 md:mx-0 md:mt-0 md:mb-6">
          <Hero channel={featured} />
        </div>
      )}
      <div className="mb-6">
        <CategoryNav categories={categories} chosen={category} />
      </div>
      {category ? (
        <CategoryPage category={category} shelf={shelves[0]} page={page} perPage={perPage} />
      ) : (
        <div className={`${COLUMNS} gap-y-9 sm:gap-y-12`}>
          {shelves.map((shelf) => (
            <Shelf key={shelf.category} shelf={shelf} />
          ))}
        </div>
      )}
    </>
  );
}

const TYPING_PAUSE_MS = 250;

/** What was typed, and what is searched for once typing pauses: that stands in the address, so that it can be shared. */
function useSearchWords(query: FrontQuery) {
  const words = useSearchParams().get("q")?.trim().slice(0, 100) ?? "";
  const [typed, setTyped] = useState(words);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // A link may have changed the address; what is still being typed may only end in a space more.
  useEffect(() => setTyped((before) => (before.trim() === words ? before : words)), [words]);

  function type(value: string) {
    const wanted = value.trim().slice(0, 100);
    setTyped(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => window.history.replaceState(null, "", wanted ? withQuery("/", { q: wanted }) : frontAddress(query)),
      wanted === "" ? 0 : TYPING_PAUSE_MS,
    );
  }
  return { typed, words, type };
}
