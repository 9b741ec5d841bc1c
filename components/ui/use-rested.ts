"use client";

import { useEffect, useRef, useState } from "react";

/** True once something has been so for a moment; false at once. */
export function useRested(value: boolean, restMs: number): boolean {
  const [rested, setRested] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (!value) return setRested(false);
    timer.current = setTimeout(() => setRested(true), restMs);
    return () => clearTimeout(timer.current);
  }, [value, restMs]);
  return rested;
}
