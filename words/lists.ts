import type { Language } from "./words.ts";

/** "a, b and c"; measures that stand together, as a `unit`: "a, b". */
export function listText(
  { locale }: Language,
  items: readonly string[],
  type: "conjunction" | "unit" = "conjunction",
): string {
  return new Intl.ListFormat(locale, { type }).format(items);
}

/** Compares names as a language sorts them, without regard to case, numbers in them by their size. */
export function nameOrder({ locale }: Language): (a: string, b: string) => number {
  return new Intl.Collator(locale, { sensitivity: "base", numeric: true }).compare;
}
