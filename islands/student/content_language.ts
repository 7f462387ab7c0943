const RIGHT_TO_LEFT_SCRIPTS = new Set(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"]);

/**
 * Direction that a language is written in; nothing where no language is named, so that what stands around it decides.
 *
 * @param language A valid BCP 47 tag.
 * @example
 * assert.equal(directionOf("ar"), "rtl");
 * assert.equal(directionOf("pa"), "ltr");
 */
export function directionOf(language: string | undefined): "ltr" | "rtl" | undefined {
  if (language === undefined) return undefined;
  const { script } = new Intl.Locale(language).maximize();
  return script !== undefined && RIGHT_TO_LEFT_SCRIPTS.has(script) ? "rtl" : "ltr";
}

/**
 * Address of a page that cannot know by itself which exam a student comes from, in that exam's language.
 *
 * @example
 * assert.equal(withLanguage("/exam", "de"), "/exam?language=de");
 * assert.equal(withLanguage("/exam", undefined), "/exam");
 */
export function withLanguage(path: string, language: string | undefined): string {
  return language === undefined ? path : `${path}?language=${encodeURIComponent(language)}`;
}
