"use client";

import { useState } from "react";
import { expectAnswers } from "./deliveries";

/**
 * Hands what the server has already asked its own API to whoever asks for it first in the browser: the page and its
 * data come in one answer. Where the address decides what they are, give it as the key: another one brings others.
 */
export function Delivery({ answers }: { answers: Record<string, Promise<unknown>> }) {
  // Before the effects in which queries begin.
  useState(() => typeof window !== "undefined" && expectAnswers(answers));
  return null;
}
