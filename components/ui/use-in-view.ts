"use client";

import { type RefObject, useEffect, useState } from "react";

/** Whether an element is on the screen or about to be; what it shows is asked for only then. */
export function useInView(element: RefObject<Element | null>, aroundPx = 300): boolean {
  const [isInView, setInView] = useState(false);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const observer = new IntersectionObserver(([entry]) => setInView(entry?.isIntersecting ?? false), {
      rootMargin: `${aroundPx}px`,
    });
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element, aroundPx]);
  return isInView;
}
