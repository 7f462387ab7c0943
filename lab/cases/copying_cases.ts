import type { Random } from "../../scoring/models/random.ts";
import { between, logNormal } from "../simulation/distributions.ts";
import type { Case } from "./case.ts";
import { copiedOut } from "./copied_out.ts";
import type { Desk } from "./desk.ts";
import { sit } from "./sit.ts";
import type { Stroke } from "./stroke.ts";

/** Answers that are written down from somewhere else, key by key. */
export const COPYING_CASES: readonly Case[] = [
  {
    name: "copyist",
    is: "an essay typed off a page that lies beside the screen",
    isHonest: false,
    expected: "medium",
    evidence: ["transcription"],
    carriedBy: "writers",
    make: sit((desk, carrier, random) => {
      desk.write(copiedOut(carrier.strokes, random));
    }),
  },
  {
    name: "copyist_with_dwell",
    is: "the same by writers whose dwell was recorded",
    isHonest: false,
    expected: "medium",
    evidence: ["transcription"],
    carriedBy: "writers_with_dwell",
    make: sit((desk, carrier, random) => {
      desk.write(copiedOut(carrier.strokes, random));
    }),
  },
  {
    name: "second_device",
    is: "answers read off a telephone beside the screen, with looks of about eight seconds",
    isHonest: false,
    expected: "medium",
    evidence: ["transcription"],
    carriedBy: "writers",
    make: sit((desk, carrier, random) => {
      desk.write(copiedOut(carrier.strokes, random, { pauseMs: 8_000 }));
    }),
  },
  {
    name: "copyist_leaves_the_tab",
    is: "an essay typed off another tab, with a look there every minute or so",
    isHonest: false,
    expected: "high",
    evidence: ["transcription", "away"],
    carriedBy: "writers",
    make: sit((desk, carrier, random) => {
      lookThere(desk, copiedOut(carrier.strokes, random), random);
    }),
  },
  {
    name: "copyist_hides_it",
    is: "a copyist who selects all, cuts and pastes it back every 400 characters",
    isHonest: false,
    expected: "medium",
    evidence: ["transcription"],
    carriedBy: "writers",
    make: sit((desk, carrier, random) => {
      copiedOut(carrier.strokes, random).forEach((stroke, index) => {
        desk.press(stroke);
        if (index % 400 !== 399) return;
        desk.shortcut();
        const all = desk.length;
        desk.cut(all);
        desk.wait(logNormal(random, 900, 0.3));
        desk.paste(all, "exam");
      });
    }),
  },
  {
    name: "copyist_who_pastes_too",
    is: "a copyist who also pastes a passage of 300 characters every four minutes",
    isHonest: false,
    expected: "high",
    evidence: ["transcription", "external_text"],
    carriedBy: "writers",
    make: sit((desk, carrier, random) => {
      let dueMs = 240_000;
      for (const stroke of copiedOut(carrier.strokes, random)) {
        desk.press(stroke);
        if (desk.nowMs < dueMs) continue;
        dueMs += 240_000;
        desk.paste(Math.round(between(random, 240, 360)), "outside");
      }
    }),
  },
  {
    name: "window_beside_another",
    is: "a copyist whose exam window leaves half of the screen to another",
    isHonest: false,
    expected: "medium",
    evidence: ["transcription", "display"],
    carriedBy: "writers",
    make: sit((desk, carrier, random) => desk.write(copiedOut(carrier.strokes, random)), { width: 760 }),
  },
  {
    name: "second_screen",
    is: "a copyist who reads off a second screen",
    isHonest: false,
    expected: "medium",
    evidence: ["transcription", "display"],
    carriedBy: "writers",
    make: sit((desk, carrier, random) => desk.write(copiedOut(carrier.strokes, random)), { extended: true }),
  },
  {
    name: "answer_beside_own_thoughts",
    is: "somebody who says the answer in own words after reading it on a telephone, at a writer's pace",
    isHonest: false,
    expected: "medium",
    evidence: [],
    isLimit: true,
    carriedBy: "writers",
    make: sit((desk, carrier) => {
      desk.write(carrier.strokes);
    }),
  },
];

/** Types on, and looks at another tab for some seconds about every 50 s. */
function lookThere(desk: Desk, strokes: readonly Stroke[], random: Random): void {
  let dueMs = 20_000;
  for (const stroke of strokes) {
    if (desk.nowMs >= dueMs) {
      desk.away(logNormal(random, 8_000, 0.35));
      dueMs = desk.nowMs + between(random, 40_000, 60_000);
    }
    desk.press(stroke);
  }
}
