/** The colours of the theme, as `static/style/theme.css` has them, by name: `#rrggbb`. */
export interface Theme {
  light: ReadonlyMap<string, string>;
  dark: ReadonlyMap<string, string>;
}

/** Where the theme stands, from the project's root. */
export const THEME_PATH = "static/style/theme.css";

/**
 * Reads the theme's colours. Those that let something through, as `shade`, are no ground for anything and are left out.
 *
 * @throws {RangeError} If it has no dark part.
 */
export function readTheme(css: string): Theme {
  const darkFrom = css.indexOf("(prefers-color-scheme: dark)");
  if (darkFrom < 0) throw new RangeError("Cannot read the theme: it has no dark part");
  const light = coloursIn(css.slice(0, darkFrom));
  // What the dark part leaves out is the same in both.
  return { light, dark: new Map([...light, ...coloursIn(css.slice(darkFrom))]) };
}

function coloursIn(css: string): Map<string, string> {
  return new Map([...css.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
}

/**
 * Contrast of two colours `#rrggbb` by WCAG 2.2, from 1 to 21.
 *
 * @example
 * assert.equal(contrast("#ffffff", "#000000"), 21);
 */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance by WCAG 2.2. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
