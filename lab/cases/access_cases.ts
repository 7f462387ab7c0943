import type { Random } from "../../scoring/models/random.ts";
import { between, logNormal } from "../simulation/distributions.ts";
import { NO_ACCOMMODATIONS } from "./accommodated.ts";
import { answering } from "./answering.ts";
import type { Case } from "./case.ts";
import { answerByHand, pointByHand } from "./choosing.ts";
import { Desk } from "./desk.ts";
import { entriesOf } from "./entries.ts";

/** Students who use the page in ways of their own, and who answer choices quickly because they can. */
export const ACCESS_CASES: readonly Case[] = [
  {
    name: "keyboard_only",
    is: "a student who goes through essay and choices by keys alone",
    isHonest: true,
    expected: "low",
    evidence: [],
    carriedBy: "writers_with_dwell",
    make: ({ strokes }, random) => {
      const desk = new Desk();
      desk.write(strokes.slice(0, 1_200));
      return answering(desk, () => chooseByKeys(desk, random, 12_000), { questions: 25 });
    },
  },
  {
    name: "screen_reader",
    is: "a student with a screen reader, which the institution granted",
    isHonest: true,
    expected: "low",
    evidence: [],
    carriedBy: "writers_with_dwell",
    make: ({ strokes }, random) => {
      const desk = new Desk();
      strokes.forEach((stroke, index) => {
        desk.press(stroke);
        // It is driven by shortcuts, and reads what was written.
        if (index % 60 !== 59) return;
        for (let press = 0; press < 4; press++) desk.shortcut();
        desk.wait(logNormal(random, 3_000, 0.4));
      });
      return {
        entries: entriesOf(desk.events),
        context: { accommodations: { ...NO_ACCOMMODATIONS, technologies: ["screen_reader"] } },
      };
    },
  },
  {
    name: "extra_time",
    is: "a student with half as much time again, who takes it",
    isHonest: true,
    expected: "low",
    evidence: [],
    carriedBy: "writers_with_dwell",
    make: ({ strokes }) => {
      const desk = new Desk();
      desk.write(strokes.map((stroke) => ({ ...stroke, gapMs: 1.5 * stroke.gapMs })));
      return {
        entries: entriesOf(desk.events),
        context: { accommodations: { ...NO_ACCOMMODATIONS, extra_time_percent: 50 } },
      };
    },
  },
  {
    name: "quick_choices",
    is: "sixty short choice questions answered within 3 to 7 s each, by a hand that knows",
    isHonest: true,
    expected: "low",
    evidence: [],
    carriedBy: "simulation",
    make: (carrier, random) => {
      const desk = new Desk();
      return answering(desk, () => {
        desk.wait(between(random, 1_800, 5_000));
        pointByHand(desk, carrier, random);
      }, { words: 14 });
    },
  },
  {
    name: "choices_at_a_readers_pace",
    is: "sixty choice questions read and answered by hand",
    isHonest: true,
    expected: "low",
    evidence: [],
    carriedBy: "simulation",
    make: (carrier, random) => {
      const desk = new Desk();
      return answering(desk, () => {
        desk.wait(logNormal(random, 14_000, 0.4));
        pointByHand(desk, carrier, random);
      });
    },
  },
  {
    name: "choices_by_touch",
    is: "sixty choice questions on a telephone, whose taps have no way",
    isHonest: true,
    expected: "low",
    evidence: [],
    carriedBy: "simulation",
    make: (_, random) => {
      const desk = new Desk();
      return answering(desk, () => {
        desk.wait(logNormal(random, 14_000, 0.4));
        desk.click(
          between(random, 0.2, 0.8),
          between(random, 0.3, 0.7),
          between(random, 40, 110),
          between(random, 0, 0.9),
          "touch",
        );
      });
    },
  },
  {
    name: "choices_read_twice",
    is: "choices that are changed on second thoughts",
    isHonest: true,
    expected: "low",
    evidence: [],
    carriedBy: "simulation",
    make: (carrier, random) => {
      const desk = new Desk();
      return answering(desk, () => {
        desk.wait(logNormal(random, 12_000, 0.4));
        answerByHand(desk, carrier, random);
        desk.wait(logNormal(random, 2_500, 0.5));
        pointByHand(desk, carrier, random);
      }, { questions: 40 });
    },
  },
];

function chooseByKeys(desk: Desk, random: Random, readingMs: number): void {
  desk.wait(logNormal(random, readingMs, 0.4));
  desk.key("tab", logNormal(random, 400, 0.3), logNormal(random, 90, 0.2));
  const arrows = Math.floor(between(random, 0, 4));
  for (let press = 0; press < arrows; press++) {
    desk.key("arrow", logNormal(random, 230, 0.3), logNormal(random, 85, 0.2));
  }
  desk.key("space", logNormal(random, 300, 0.3), logNormal(random, 90, 0.2));
}
