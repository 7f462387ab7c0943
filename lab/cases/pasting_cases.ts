import { between, logNormal } from "../simulation/distributions.ts";
import type { Case } from "./case.ts";
import type { Desk } from "./desk.ts";
import { sit } from "./sit.ts";
import type { Stroke } from "./stroke.ts";

/** Text that comes from elsewhere by the clipboard. */
export const PASTING_CASES: readonly Case[] = [
  {
    name: "small_pieces_pasted",
    is: "pieces of 30 characters pasted from outside every twenty seconds between own typing",
    isHonest: false,
    expected: "medium",
    evidence: ["external_text"],
    carriedBy: "writers",
    make: sit((desk, { strokes }, random) =>
      pasteBetween(desk, strokes, 20_000, () => desk.paste(Math.round(between(random, 24, 36)), "outside"))
    ),
  },
  {
    name: "sentences_pasted",
    is: "a sentence of 150 characters pasted from outside every minute",
    isHonest: false,
    expected: "medium",
    evidence: ["external_text"],
    carriedBy: "writers",
    make: sit((desk, { strokes }, random) =>
      pasteBetween(desk, strokes, 60_000, () => desk.paste(Math.round(between(random, 110, 190)), "outside"))
    ),
  },
  {
    name: "paragraphs_pasted",
    is: "a paragraph of 400 characters pasted from outside every three minutes",
    isHonest: false,
    expected: "medium",
    evidence: ["external_text"],
    carriedBy: "writers",
    make: sit((desk, { strokes }, random) =>
      pasteBetween(desk, strokes, 180_000, () => desk.paste(Math.round(between(random, 300, 500)), "outside"))
    ),
  },
  {
    name: "fetched_and_pasted",
    is: "a paragraph of 400 characters fetched from another tab every three minutes, twenty seconds each",
    isHonest: false,
    expected: "high",
    evidence: ["external_text", "away"],
    carriedBy: "writers",
    make: sit((desk, { strokes }, random) =>
      pasteBetween(desk, strokes, 180_000, () => {
        desk.away(logNormal(random, 20_000, 0.3));
        desk.wait(logNormal(random, 900, 0.4));
        desk.paste(Math.round(between(random, 300, 500)), "outside");
      })
    ),
  },
  {
    name: "one_big_paste",
    is: "one paste of 3,000 characters from outside half way",
    isHonest: false,
    expected: "medium",
    evidence: ["external_text"],
    carriedBy: "writers",
    make: sit((desk, { strokes }) => {
      const half = strokes.length >> 1;
      desk.write(strokes.slice(0, half));
      desk.paste(3_000, "outside");
      desk.write(strokes.slice(half));
    }),
  },
  {
    name: "pastes_claimed_as_own",
    is: "six pastes of 400 characters that the client calls the exam's own, where nothing was ever copied",
    isHonest: false,
    expected: "medium",
    evidence: ["external_text", "capture"],
    carriedBy: "writers",
    make: sit((desk, { strokes }) => {
      desk.write(strokes.slice(0, 150));
      for (let piece = 0; piece < 6; piece++) {
        desk.wait(30_000);
        desk.paste(400, "exam");
      }
    }),
  },
];

/** Writes on, and every so many ms, at the next space, does something else first. */
function pasteBetween(desk: Desk, strokes: readonly Stroke[], everyMs: number, paste: () => void): void {
  let dueMs = everyMs;
  for (const stroke of strokes) {
    if (desk.nowMs >= dueMs && stroke.key === "space") {
      paste();
      dueMs = desk.nowMs + everyMs;
    }
    desk.press(stroke);
  }
}
