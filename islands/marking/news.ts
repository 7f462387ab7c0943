import type { Mark } from "../../protocol/marks.ts";

/** What the page says after something was done. */
export type News =
  | { kind: "saved"; mark: Mark; isLast: boolean }
  | { kind: "blanks"; count: number };
