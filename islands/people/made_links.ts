import { z } from "zod";
import { RosterToken } from "../../protocol/roster.ts";
import { KEPT_LINKS } from "../staff/kept_work.ts";

const MadeLinks = z.array(RosterToken);

const keyOf = (examId: string) => KEPT_LINKS + examId;

/**
 * Hands links that were just made to the page of slips. They stay in this tab, and go with it: a tab's storage is no place that
 * others read.
 */
export function keepMadeLinks(examId: string, tokens: readonly RosterToken[]): void {
  sessionStorage.setItem(keyOf(examId), JSON.stringify(newestOf([...madeLinks(examId), ...tokens])));
}

/** The newest link of each student. */
export function newestOf(tokens: readonly RosterToken[]): RosterToken[] {
  return [...new Map(tokens.map((token) => [token.student_id, token])).values()];
}

/** Links that were made in this tab, the newest of each student. */
export function madeLinks(examId: string): RosterToken[] {
  const kept = MadeLinks.safeParse(JSON.parse(sessionStorage.getItem(keyOf(examId)) ?? "[]"));
  return kept.success ? kept.data : [];
}

/** Forgets them. */
export function forgetMadeLinks(examId: string): void {
  sessionStorage.removeItem(keyOf(examId));
}

/** A personal link: the token stands behind the `#`, which is sent to no server and stands in no log. */
export function personalLink(origin: string, code: string, token: string): string {
  return `${origin}/join/${encodeURIComponent(code)}#${token}`;
}
