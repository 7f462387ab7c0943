import { isLoopback } from "../protocol/origin_form.ts";

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
  const { protocol, hostname, origin, pathname, hash } = new URL(text.trim());
  const code = /^\/watch\/([A-Za-z0-9-]{3,32})\/?$/.exec(pathname)?.[1];
  // What is sent there, a personal token among it, is nobody else's to read on the way.
  const isSafe = protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
  if (code === undefined || !isSafe) return null;
  return { server: origin, code: code.toUpperCase(), token: hash.length > 1 ? decoded(hash.slice(1)) : null };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
