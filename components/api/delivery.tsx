"use client";

import { useState } from "react";
import { expectAnswers } from "./deliveries";

/**
 * Hands what the server has already asked its own API to whoever asks for it first in the browser: the page and its
 * data come in one answer.
 */
export function Delivery({ answers }: { answers: Record<string, Promise<unknown>> }) {
  // Before the effects in which queries begin.
  useState(() => typeof window !== "undefined" && expectAnswers(answers));
  return null;
}
