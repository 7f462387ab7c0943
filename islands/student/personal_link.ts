import { useEffect, useState } from "preact/hooks";
import { flag, nullable, number, object, optional, text } from "../link/reader.ts";
import { call } from "./student_call.ts";

/** Whom a personal link is for, and how long they have. */
export interface PersonalLink {
  token: string;
  name: string;
  number?: string;
  durationMinutes: number;
  extraMinutes: number;
  hasBegun: boolean;
  /** When it was over, ms since 1970; absent until then. */
  endedAt?: number;
}

const readAnswer = object({
  code: text,
  name: text,
  number: optional(text),
  duration_minutes: number,
  extra_minutes: number,
  opens_at: nullable(text),
  closes_at: nullable(text),
  began: flag,
  ended_at: optional(number),
});

/** A token behind the `#` of the address, which was sent to nobody; null for none. */
export function tokenInAddress(): string | null {
  const token = decodeURIComponent(location.hash.slice(1)).trim();
  return /^[\p{L}\p{N}-]{12,200}$/u.test(token) ? token : null;
}

/** The token of what somebody typed or pasted: a whole link, or what stands behind its `#`. */
export function tokenOf(typed: string): string {
  return typed.slice(typed.lastIndexOf("#") + 1).trim();
}

/** Whom a token is for; null where it opens nothing of this exam. */
export async function readPersonalLink(code: string, token: string): Promise<PersonalLink | null> {
  const outcome = await call("/api/personal", readAnswer, { body: { token } });
  if (!outcome.ok || outcome.value.code !== code) return null;
  const { name, number, duration_minutes, extra_minutes, began, ended_at } = outcome.value;
  return {
    ...{ token, name, durationMinutes: duration_minutes, extraMinutes: extra_minutes, hasBegun: began },
    ...(number !== undefined && { number }),
    ...(ended_at !== undefined && { endedAt: ended_at }),
  };
}

/**
 * For the join page: whom the link is for that led here. Undefined while it is asked, null where there is no link, or none of
 * this exam.
 *
 * @param code Of the exam.
 */
export function usePersonalLink(code: string) {
  const [link, setLink] = useState<PersonalLink | null | undefined>(undefined);
  useEffect(() => {
    const token = tokenInAddress();
    if (token === null) setLink(null);
    else readPersonalLink(code, token).then(setLink);
  }, []);
  return [link, setLink] as const;
}
