"use client";

import { createContext, type ReactNode, use, useMemo } from "react";
import { sortedAddress } from "./deliveries";
import { type List, wholeListAddress } from "./whole-list";

type Answers = Readonly<Record<string, Promise<unknown>>>;

const AnswersContext = createContext<Answers>({});
/** Going back shows a page as it came; its answers are of the time when it was shown first. */
const seenAtMs = new WeakMap<Promise<unknown>, number>();

interface FirstAnswersProps {
  answers: Answers;
  children: ReactNode;
}

/**
 * Answers of the API without which a page would be shown as a skeleton: they are there when it is drawn first, by the
 * server as in the browser, so that nobody waits for scripts to see it.
 */
export function FirstAnswers({ answers, children }: FirstAnswersProps) {
  const others = use(AnswersContext);
  const all = useMemo(() => {
    const own = Object.entries(answers).map(([address, answer]) => [sortedAddress(address), answer] as const);
    return { ...others, ...Object.fromEntries(own) };
  }, [others, answers]);
  // Waited for here, above every boundary that would show something else meanwhile.
  for (const answer of Object.values(answers)) use(answer);
  return <AnswersContext value={all}>{children}</AnswersContext>;
}

/** What a query of react-query begins with: the answer that came with the page, if there was one. */
export function useFirstAnswer<T>(address: string) {
  const answer = use(AnswersContext)[sortedAddress(address)];
  if (!answer) return {};
  if (!seenAtMs.has(answer)) seenAtMs.set(answer, Date.now());
  return { initialData: (use(answer) as T | null) ?? undefined, initialDataUpdatedAt: seenAtMs.get(answer) };
}

/** The same for a whole list, where its first page is all of it. */
export function useFirstList<T extends List>(path: string) {
  const { initialData, ...rest } = useFirstAnswer<T>(wholeListAddress(path));
  return {
    ...rest,
    initialData: initialData && initialData.items.length >= initialData.total ? initialData : undefined,
  };
}
