/**
 * Programs that fetch pages for search, previews and monitoring, and say so. A phone maker has "bot" at the end of its
 * name, too. What drives a browser on behalf of a person, and a script that reports honestly, count as anybody.
 */
const BOT =
  /(?<!cu)bot\b|crawl|spider|slurp|archiver|mediapartners|facebookexternalhit|embedly|feedfetcher|lighthouse|pagespeed|pingdom|uptime|statuscake/i;

/** Whether a `User-Agent` belongs to a robot. Nobody is one for sending none. */
export function isBot(userAgent: string | undefined): boolean {
  return userAgent !== undefined && BOT.test(userAgent);
}
