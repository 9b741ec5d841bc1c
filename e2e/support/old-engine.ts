import { randomUUID } from "node:crypto";
import type { Browser, BrowserContext } from "@playwright/test";

const WEBOS_4 =
  "Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/53.0.2785.34 Safari/537.36 WebAppManager";

/** A television as its browser is: no pointer, 720 lines, and a library of 2016. */
export async function openTv(browser: Browser, size = { width: 1280, height: 720 }): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: size,
    userAgent: WEBOS_4,
    // Starts of sign-ins are limited by address; nobody else's are to be spent.
    extraHTTPHeaders: { "X-Forwarded-For": addressOf(randomUUID()) },
  });
  await context.addInitScript(forgetYounger);
  return context;
}

/** An address of 10.0.0.0/8 for a name. */
function addressOf(name: string): string {
  const [a, b, c] = [0, 2, 4].map((at) => Number.parseInt(name.slice(at, at + 2), 16));
  return `10.${a}.${b}.${c}`;
}

/**
 * Takes away what came to the library after Chromium 53, so that its use is an error here as it is there; all but
 * `globalThis`, which Playwright needs.
 */
function forgetYounger(): void {
  const younger: [object, string[]][] = [
    [String.prototype, ["padStart", "padEnd", "trimStart", "trimEnd", "matchAll", "replaceAll", "at"]],
    [Array.prototype, ["flat", "flatMap", "at", "findLast", "findLastIndex", "toSorted", "toReversed", "with"]],
    [Object, ["entries", "values", "fromEntries", "getOwnPropertyDescriptors", "hasOwn", "groupBy"]],
    [Promise, ["allSettled", "any", "withResolvers"]],
    [Promise.prototype, ["finally"]],
    [Element.prototype, ["append", "prepend", "before", "after", "replaceWith", "replaceChildren", "toggleAttribute"]],
    [Document.prototype, ["append", "prepend", "replaceChildren"]],
    [Intl.DateTimeFormat.prototype, ["formatToParts", "formatRange"]],
    [
      window,
      ["AbortController", "AbortSignal", "ResizeObserver", "queueMicrotask", "structuredClone", "BigInt", "WeakRef"],
    ],
    [window, ["FinalizationRegistry", "requestIdleCallback", "ManagedMediaSource"]],
  ];
  for (const [owner, names] of younger) for (const name of names) Reflect.deleteProperty(owner, name);
}
