/** Names of the theme's colours that are drawn on a canvas. */
export type ThemeColour = "ink" | "ink-soft" | "line" | "accent" | "low" | "medium" | "high";

/** A colour of the theme as it is now, light or dark, for a canvas, which knows no CSS variables. */
export function themeColour(name: ThemeColour): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--color-${name}`).trim();
}
