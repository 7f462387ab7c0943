import type { ReplayStep } from "../../protocol/replay.ts";

/** Text that comes in so many characters at once, or more, came in a piece. */
export const PIECE_CHARACTERS = 40;

/** How the text of an attempt's answers came, in characters. */
export interface Writing {
  typed: number;
  /** In pieces of {@link PIECE_CHARACTERS} and more, whatever brought them: also what was moved within the answers. */
  arrived: number;
  /** Taken out again. */
  gone: number;
}

/** How the text of an attempt's answers came. */
export function writingOf(steps: readonly ReplayStep[]): Writing {
  const writing: Writing = { typed: 0, arrived: 0, gone: 0 };
  for (const step of steps) {
    if (step.kind !== "edit") continue;
    if (step.inserted.length < PIECE_CHARACTERS) writing.typed += step.inserted.length;
    else writing.arrived += step.inserted.length;
    writing.gone += step.removed;
  }
  return writing;
}
