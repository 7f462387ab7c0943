/** Where a start link leads. */
export interface StartLink {
  /** Origin of the Invigil server. */
  server: string;
  code: string;
  /** The student's personal token, where the link has one behind its `#`. */
  token: string | null;
}

/**
 * A start link: `https://exams.example.org/watch/CODE`, with a personal token behind a `#` where there is one.
 *
 * @example
 * readStartLink("https://exams.example.org/watch/CATS")?.code; // "CATS"
 */
export function readStartLink(text: string): StartLink | null {
  if (!URL.canParse(text.trim())) return null;
  const { protocol, origin, pathname, hash } = new URL(text.trim());
  const code = /^\/watch\/([A-Za-z0-9-]{3,32})\/?$/.exec(pathname)?.[1];
  if (code === undefined || (protocol !== "https:" && protocol !== "http:")) return null;
  return {
    server: origin,
    code: code.toUpperCase(),
    token: hash.length > 1 ? decodeURIComponent(hash.slice(1)) : null,
  };
}
