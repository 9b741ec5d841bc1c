/** Where to go after signing in or out: the wished address when it is on our own origin, else the start page. */
export function safeRedirect(wished: string, ownBase: string): string {
  const own = new URL(ownBase);
  if (!URL.canParse(wished, own)) return own.origin;
  const target = new URL(wished, own);
  return target.origin === own.origin ? target.href : own.origin;
}
