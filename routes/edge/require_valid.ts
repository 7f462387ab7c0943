import { z } from "zod";
import { parseSafely } from "../../protocol/parse_safely.ts";
import { plainBreaksIn, unseenIn } from "../../protocol/unseen_signs.ts";
import { Refusal } from "../../server/errors.ts";
import { ENGLISH } from "../../words/languages.ts";
import { firstProblem } from "../../words/problem.ts";
import type { Words } from "../../words/words.ts";

/** The schema library's own words, by language. */
const LOCALES: Readonly<Record<string, () => { localeError: z.core.$ZodErrorMap }>> = z.locales;

/**
 * A value as its schema reads it, whichever way it came. Its texts have no sign that nobody can see, whatever the schema says of
 * them; a text that is the whole body is a file, and what reads files looks at it.
 *
 * @param asTyped Fields that are taken as they are, sign by sign: see {@link Route.asTyped}.
 * @throws {Refusal} `invalid` with the field, `too_large` for a batch of too many events.
 */
export function requireValid<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  words: Words = ENGLISH,
  asTyped: readonly string[] = [],
): z.output<Schema> {
  const parsed = parseSafely(schema, value);
  if (parsed.success) return seen(parsed.data, asTyped);
  const { path, said } = firstProblem(words === ENGLISH ? parsed.error : inWords(schema, value, words) ?? parsed.error);
  const isTooMany = parsed.error.issues.some((issue) => issue.code === "too_big" && issue.path.join(".") === "events");
  throw new Refusal(isTooMany ? "too_large" : "invalid", said, { path });
}

/** @throws {Refusal} `invalid` with the field that has a sign which nobody can see. */
function seen<Value>(value: Value, asTyped: readonly string[]): Value {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  const found = unseenIn(Object.fromEntries(Object.entries(value).filter(([field]) => !asTyped.includes(field))));
  if (found !== null) {
    const path = found.path.join(".");
    throw new Refusal("invalid", { key: "field", values: { path, problem: "unseen_sign", value: found.sign } }, {
      path,
    });
  }
  plainBreaksIn(value, asTyped);
  return value;
}

/** What is wrong, in another language: asked for again, where something is wrong. */
function inWords(schema: z.ZodType, value: unknown, { language }: Words): z.ZodError | null {
  const locale = LOCALES[language.tag];
  if (locale === undefined) return null;
  const parsed = parseSafely(schema, value, { error: locale().localeError });
  return parsed.success ? null : parsed.error;
}
