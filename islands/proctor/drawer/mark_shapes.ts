import type { ThemeColour } from "../theme_colour.ts";
import type { MarkKind } from "./risk_marks.tsx";

/** Colour of each kind of mark; its shape says the same without colour. */
export const MARK_COLOURS: Record<MarkKind, ThemeColour> = {
  reason: "high",
  flag: "medium",
  action: "accent",
  statement: "ink",
};

/** Half a mark's width, in the path's units. */
export const MARK_RADIUS = 5;

/** Each kind's shape around 0, as an SVG path that a canvas draws as well. */
export const MARK_PATHS: Record<MarkKind, string> = {
  reason: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z",
  flag: "M-4.5 4 0 -4.5 4.5 4Z",
  action: "M-4 -4H4V4H-4Z",
  statement: "M0 -5 5 0 0 5 -5 0Z",
};
