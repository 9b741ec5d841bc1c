"use client";

import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { toast } from "./notify";

const AGAIN_MS = 2_000;

interface Waiting {
  /** Stands in its place until it has come. */
  waiting?: ReactNode;
  /** Fails without a word, because the words would come by it. */
  isSilent?: boolean;
}

/**
 * A component whose code comes when it is first shown, not with the page. While it cannot be fetched the page goes on
 * without it, says so, and asks again until it has it.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  { waiting = null, isSilent = false }: Waiting = {},
): ComponentType<P> & { prepare: () => void } {
  let loaded: ComponentType<P> | null = null;
  let coming: Promise<ComponentType<P>> | undefined;
  const fetchOnce = () => {
    coming ??= load().then(
      (component) => {
        loaded = component;
        return component;
      },
      (thrown) => {
        coming = undefined;
        throw thrown;
      },
    );
    return coming;
  };
  // biome-ignore lint/correctness/noComponentHookFactories: it is called once for each component, where modules begin.
  function Later(props: P) {
    const [Part, show] = useState(() => loaded);
    useEffect(() => {
      if (Part) return;
      let isGone = false;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let hasTold = isSilent;
      const attempt = async () => {
        try {
          const component = await fetchOnce();
          if (!isGone) show(() => component);
        } catch {
          if (isGone) return;
          if (!hasTold) toast.error("A part of the page could not be loaded. It comes when the server can be reached.");
          hasTold = true;
          timer = setTimeout(attempt, AGAIN_MS);
        }
      };
      void attempt();
      return () => {
        isGone = true;
        clearTimeout(timer);
      };
    }, [Part]);
    return Part ? <Part {...props} /> : waiting;
  }
  /** Somebody is near: what cannot be fetched now is fetched again when it is wanted. */
  return Object.assign(Later, { prepare: () => void fetchOnce().catch(() => {}) });
}
