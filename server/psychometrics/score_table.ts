import { z } from "zod";
import { abilityOf, chanceRight, logit } from "./item_response.ts";
import { matchFigures } from "./matches.ts";
import { personFit } from "./person_fit.ts";
import { timeFit } from "./response_times.ts";

const number = z.number();

/** A question's parameters: of the 2PL model and, where there are times, of the lognormal model. */
const Item = z.strictObject({
  a: number.refine((a) => a !== 0, "must not be 0"),
  b: number,
  alpha: number.positive().optional(),
  beta: number.optional(),
});

/** Scores and times with the parameters that they are looked at by. Further fields are somebody's notes. */
export const ScoreTable = z.object({
  items: z.array(Item).min(1),
  scores: z.array(z.array(z.union([z.literal(0), z.literal(1)]))).min(1),
  log_seconds: z.array(z.array(number)).optional(),
}).superRefine(({ items, scores, log_seconds }, { addIssue }) => {
  function complain(path: (string | number)[], message: string) {
    addIssue({ code: "custom", path, message });
  }
  scores.forEach((line, person) => {
    if (line.length !== items.length) {
      complain(["scores", person], `has ${line.length} scores for ${items.length} items`);
    }
  });
  if (log_seconds === undefined) return;
  if (log_seconds.length !== scores.length) {
    complain(["log_seconds"], `has times of ${log_seconds.length} persons, and there are scores of ${scores.length}`);
  }
  log_seconds.forEach((line, person) => {
    if (line.length !== items.length) {
      complain(["log_seconds", person], `has ${line.length} times for ${items.length} items`);
    }
  });
  items.forEach(({ alpha, beta }, item) => {
    if (alpha === undefined) complain(["items", item, "alpha"], "is needed where there are times");
    if (beta === undefined) complain(["items", item, "beta"], "is needed where there are times");
  });
});
export type ScoreTable = z.infer<typeof ScoreTable>;

/** What `deno task psychometrics` answers; persons from 1. A figure that cannot be computed is null. */
export interface ScoreFigures {
  copying: { pair: string; omega: number; omega_p: number; gbt: number; gbt_p: number }[];
  person_fit: {
    person: number;
    lz: number;
    lz_star: number;
    lz_star_p: number;
    response_time: number | null;
    response_time_p: number | null;
  }[];
}

/**
 * Every ordered pair's figures of answer copying, and every person's fit. A match is the same score: that is all that a table of
 * scores knows of an answer.
 */
export function scoreFigures({ items, scores, log_seconds }: ScoreTable): ScoreFigures {
  const abilities = scores.map((line) => abilityOf(items, line));
  const times = items.map(({ alpha = NaN, beta = NaN }) => ({ alpha, beta }));
  const copying = scores.flatMap((source, from) =>
    scores.flatMap((copier, to) => {
      if (from === to) return [];
      const chances = items.map((item, index) =>
        source[index] === 1 ? chanceRight(item, abilities[to]) : 1 / (1 + Math.exp(logit(item, abilities[to])))
      );
      const same = source.filter((score, index) => score === copier[index]).length;
      const { omega, omegaP, gbtP } = matchFigures(same, chances);
      return [{ pair: `${from + 1}-${to + 1}`, omega, omega_p: omegaP, gbt: gbtP, gbt_p: gbtP }];
    })
  );
  const person_fit = scores.map((line, person) => {
    const { lz, lzStar, lzStarP } = personFit(items, line, abilities[person]);
    const time = log_seconds === undefined ? null : timeFit(times, log_seconds[person]);
    return {
      person: person + 1,
      lz,
      lz_star: lzStar,
      lz_star_p: lzStarP,
      response_time: time?.value ?? null,
      response_time_p: time?.p ?? null,
    };
  });
  return { copying, person_fit };
}
