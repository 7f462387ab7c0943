import { z } from "zod";
import { parseSafely } from "../../protocol/parse_safely.ts";
import { Refusal } from "../../server/errors.ts";
import { ENGLISH } from "../../words/languages.ts";
import { firstProblem } from "../../words/problem.ts";
import type { Words } from "../../words/words.ts";

/** The schema library's own words, by language. */
const LOCALES: Readonly<Record<string, () => { localeError: z.core.$ZodErrorMap }>> = z.locales;

/**
 * A value as its schema reads it, whichever way it came.
 *
 * @throws {Refusal} `invalid` with the field, `too_large` for a batch of too many events.
 */
export function requireValid<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  words: Words = ENGLISH,
): z.output<Schema> {
  const parsed = parseSafely(schema, value);
  if (parsed.success) return parsed.data;
  const { path, said } = firstProblem(words === ENGLISH ? parsed.error : inWords(schema, value, words) ?? parsed.error);
  const isTooMany = parsed.error.issues.some((issue) => issue.code === "too_big" && issue.path.join(".") === "events");
  throw new Refusal(isTooMany ? "too_large" : "invalid", said, { path });
}

/** What is wrong, in another language: asked for again, where something is wrong. */
function inWords(schema: z.ZodType, value: unknown, { language }: Words): z.ZodError | null {
  const locale = LOCALES[language.tag];
  if (locale === undefined) return null;
  const parsed = parseSafely(schema, value, { error: locale().localeError });
  return parsed.success ? null : parsed.error;
}
