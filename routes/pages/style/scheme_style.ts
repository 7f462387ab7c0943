/**
 * Style that shows a part of a page in one scheme, whatever the browser's own is: the theme's declarations again, below
 * `[data-scheme]`.
 *
 * @param css The theme, as `static/style/theme.css` has it.
 * @throws {RangeError} If it has no dark part.
 */
export function schemeStyle(css: string): string {
  const darkFrom = css.indexOf("@media");
  if (darkFrom < 0) throw new RangeError("Cannot show both schemes: the theme has no dark part");
  const rule = (scheme: string, part: string) => {
    const declared = part.match(/--(?:color|shadow)-[a-z-]+: [^;*]+;/g) ?? [];
    return `[data-scheme=${scheme}]{color-scheme:${scheme};${declared.join("")}}`;
  };
  return rule("light", css.slice(0, darkFrom)) + rule("dark", css.slice(darkFrom));
}
