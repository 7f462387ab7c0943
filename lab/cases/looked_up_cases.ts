import type { Random } from "../../scoring/models/random.ts";
import { between, logNormal } from "../simulation/distributions.ts";
import type { Case } from "./case.ts";
import { copiedOut } from "./copied_out.ts";
import type { Desk } from "./desk.ts";
import { sit } from "./sit.ts";
import { answerByHand } from "./choosing.ts";

/** Answers found elsewhere: each look away is followed at once by what was read there. */
export const LOOKED_UP_CASES: readonly Case[] = [
  {
    name: "looked_up_every_minute",
    is: "ten seconds of every minute at another tab, each followed by a burst of typing",
    isHonest: false,
    expected: "medium",
    evidence: ["away"],
    carriedBy: "writers",
    make: sit((desk, carrier, random) => {
      lookUp(desk, copiedOut(carrier.strokes, random, { burstCharacters: 400, pauseMs: 2_500 }), random, {
        everyMs: 60_000,
        awayMs: 10_000,
        characters: 130,
      });
    }),
  },
  {
    name: "looked_up_between_own_thoughts",
    is: "fifteen seconds of every two minutes at another window, each followed by a burst; in between own writing",
    isHonest: false,
    expected: "medium",
    evidence: ["away"],
    carriedBy: "writers",
    make: sit((desk, carrier, random) => {
      const found = copiedOut(carrier.other, random, { burstCharacters: 400, pauseMs: 2_500 });
      let used = 0;
      let dueMs = 60_000;
      for (const stroke of carrier.strokes) {
        desk.press(stroke);
        if (desk.nowMs < dueMs || stroke.key !== "space") continue;
        desk.away(logNormal(random, 15_000, 0.2), false);
        desk.wait(logNormal(random, 900, 0.4));
        desk.write(atOnce(found.slice(used, used + 160)));
        used += 160;
        dueMs = desk.nowMs + 120_000;
      }
    }),
  },
  {
    name: "choices_looked_up",
    is: "forty choice questions, each answered right after ten seconds at another tab",
    isHonest: false,
    expected: "medium",
    evidence: ["away"],
    carriedBy: "simulation",
    make: sit((desk, carrier, random) => {
      for (let question = 1; question <= 40; question++) {
        desk.view(`q${question}`);
        desk.wait(logNormal(random, 7_000, 0.3));
        desk.away(logNormal(random, 10_000, 0.25));
        answerByHand(desk, carrier, random);
        desk.wait(logNormal(random, 1_500, 0.3));
      }
    }),
  },
];

interface LookingUp {
  everyMs: number;
  awayMs: number;
  characters: number;
}

/** Away, back, at once so many characters; then nothing until the next look. */
function lookUp(
  desk: Desk,
  strokes: ReturnType<typeof copiedOut>,
  random: Random,
  { everyMs, awayMs, characters }: LookingUp,
): void {
  for (let from = 0; from < strokes.length; from += characters) {
    const beganMs = desk.nowMs;
    desk.away(logNormal(random, awayMs, 0.2));
    desk.wait(logNormal(random, 900, 0.4));
    desk.write(atOnce(strokes.slice(from, from + characters)));
    const leftMs = beganMs + everyMs * between(random, 0.9, 1.1) - desk.nowMs;
    if (leftMs > 0) desk.wait(leftMs);
  }
}

/** A burst begins when it begins: the first key waits for nothing. */
function atOnce(strokes: ReturnType<typeof copiedOut>): ReturnType<typeof copiedOut> {
  return strokes.map((stroke, index) => index === 0 ? { ...stroke, gapMs: 150 } : stroke);
}
