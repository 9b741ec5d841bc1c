import { setTimeout as after } from "node:timers/promises";
import { headers } from "next/headers";
import { log } from "../log";

type Route = (request: Request, context: { params: Promise<Record<string, string | string[]>> }) => Promise<Response>;

/** The GET of a route of the API, the address at which it is asked, and what the address names. */
type Asked = readonly [route: Route, address: string, params?: Record<string, string>];

/** Headers that are about the page, and not about what it holds. */
const OF_THE_PAGE = ["authorization", "if-none-match", "if-modified-since", "range", "content-length"];

/**
 * What the API answers to whoever asks for the page that is being rendered, by address, for delivery with the page;
 * null where it refuses or fails, and the page asks for itself.
 */
export function pageAnswers(...asked: Asked[]): Record<string, Promise<unknown>> {
  return Object.fromEntries(asked.map((each) => [each[1], answerOf(...each)]));
}

/** A page that has nothing to show by then shows what it waits for. */
const PATIENCE_MS = 700;

/** The same for what the page is drawn with, which then waits for it: null also for what takes too long. */
export function promptAnswers(...asked: Asked[]): Record<string, Promise<unknown>> {
  const answers = Object.entries(pageAnswers(...asked));
  const tooLong = () => after(PATIENCE_MS, null, { ref: false });
  return Object.fromEntries(answers.map(([address, answer]) => [address, Promise.race([answer, tooLong()])]));
}

async function answerOf(...[route, address, params = {}]: Asked): Promise<unknown> {
  const sent = new Headers(await headers());
  for (const name of OF_THE_PAGE) sent.delete(name);
  const request = new Request(new URL(address, "http://localhost"), { headers: sent });
  const reply = await route(request, { params: Promise.resolve(params) }).catch((thrown) => {
    log.warn({ err: thrown, address }, "An answer for a page could not be had");
    return null;
  });
  return reply?.ok ? reply.json() : null;
}
