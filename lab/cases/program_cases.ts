import { between, logNormal } from "../simulation/distributions.ts";
import type { Case } from "./case.ts";
import type { Desk } from "./desk.ts";
import { sit } from "./sit.ts";
import { DELAYS, typedByProgram } from "./typed_by_program.ts";

/** Programs that type. */
export const PROGRAM_CASES: readonly Case[] = [
  ...Object.entries(DELAYS).map(([kind, delay]): Case => ({
    name: `typed_by_program_${kind}`,
    is: `2,000 characters typed by a program with ${kind.replace("_", "-")} delays`,
    isHonest: false,
    expected: "medium",
    evidence: ["automation"],
    carriedBy: "simulation",
    make: sit((desk, _, random) => desk.write(typedByProgram(random, 2_000, delay))),
  })),
  {
    name: "browser_driver_at_once",
    is: "1,200 characters by a browser driver, 0 to 2 ms each",
    isHonest: false,
    expected: "medium",
    evidence: ["automation", "capture"],
    carriedBy: "simulation",
    make: sit((desk, _, random) => {
      desk.wait(30_000);
      drive(
        desk,
        typedByProgram(random, 1_200, () => Math.floor(between(random, 0, 3)), () => Math.floor(random() * 2)),
      );
    }),
  },
  {
    name: "browser_driver_fast",
    is: "1,500 characters by a browser driver, 5 to 15 ms each",
    isHonest: false,
    expected: "medium",
    evidence: ["automation", "capture"],
    carriedBy: "simulation",
    make: sit((desk, _, random) => {
      desk.wait(30_000);
      drive(desk, typedByProgram(random, 1_500, () => between(random, 5, 15), () => between(random, 0.5, 3)));
    }),
  },
  {
    name: "program_and_looks_away",
    is: "a program types what is fetched from another tab: ten seconds there, a paragraph typed, again and again",
    isHonest: false,
    expected: "high",
    evidence: ["automation", "away"],
    carriedBy: "simulation",
    make: sit((desk, _, random) => {
      for (let paragraph = 0; paragraph < 10; paragraph++) {
        desk.wait(logNormal(random, 12_000, 0.3));
        desk.away(logNormal(random, 10_000, 0.3));
        desk.write(typedByProgram(random, 250, DELAYS.uniform));
      }
    }),
  },
  {
    name: "program_that_pastes",
    is: "a program that types a paragraph and pastes the next",
    isHonest: false,
    expected: "high",
    evidence: ["automation", "external_text"],
    carriedBy: "simulation",
    make: sit((desk, _, random) => {
      for (let paragraph = 0; paragraph < 6; paragraph++) {
        desk.wait(logNormal(random, 12_000, 0.3));
        desk.write(typedByProgram(random, 300, DELAYS.uniform));
        desk.paste(Math.round(between(random, 250, 400)), "outside");
      }
    }),
  },
  {
    name: "replayed_person",
    is: "a program that replays a person's recorded keys",
    isHonest: false,
    expected: "medium",
    evidence: [],
    isLimit: true,
    carriedBy: "writers_with_dwell",
    make: sit((desk, { strokes }) => desk.write(strokes)),
  },
];

/** A driver types without looking up: what is typed, then a long nothing. */
function drive(desk: Desk, strokes: ReturnType<typeof typedByProgram>): void {
  desk.write(strokes);
  desk.wait(60_000);
}
