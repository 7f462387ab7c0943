import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { simulateAnswers, simulateItems, withCopied } from "../../../lab/alike/simulated_answers.ts";
import { createRandom } from "../../../scoring/models/random.ts";
import { guttmanErrors } from "../../../server/psychometrics/guttman_errors.ts";
import { abilityOf, chanceRight } from "../../../server/psychometrics/item_response.ts";
import { longestRun } from "../../../server/psychometrics/longest_run.ts";
import { modelAnswers } from "../../../server/psychometrics/modelled_answers.ts";
import { pairMatches, pairRuns, pairWrongMatches } from "../../../server/psychometrics/pair_figures.ts";
import { personFit } from "../../../server/psychometrics/person_fit.ts";
import { fastAndRight } from "../../../server/psychometrics/response_times.ts";
import { sameWrong } from "../../../server/psychometrics/wrong_matches.ts";

const FIXTURE = fileURLToPath(new URL("../../fixtures/psychometrics.json", import.meta.url));

/** Every way to be right or not in so many questions. */
function patterns(count: number): boolean[][] {
  return Array.from(
    { length: 2 ** count },
    (_, bits) => Array.from({ length: count }, (_, at) => (bits >> at) % 2 === 1),
  );
}

function assertNear(got: number, wanted: number): void {
  assert.ok(Math.abs(got - wanted) < 1e-9, `${got} is not ${wanted}`);
}

/** Chance by counting every pattern with as many yeses, each as likely as the product of its odds. */
function countedChance(
  like: readonly boolean[],
  odds: readonly number[],
  isThat: (pattern: boolean[]) => boolean,
): number {
  const count = like.filter(Boolean).length;
  let [those, all] = [0, 0];
  for (const pattern of patterns(odds.length)) {
    if (pattern.filter(Boolean).length !== count) continue;
    const weight = pattern.reduce((product, yes, at) => yes ? product * odds[at] : product, 1);
    all += weight;
    if (isThat(pattern)) those += weight;
  }
  return those / all;
}

function runOf(pattern: readonly boolean[]): number {
  return Math.max(...pattern.map((yes) => yes ? "y" : "n").join("").split("n").map((run) => run.length));
}

Deno.test("[AK6] the chance of a longest run is that of counting every case", () => {
  const odds = [3, 0.5, 1, 4, 0.2, 2, 1];
  for (const same of patterns(odds.length)) {
    const found = longestRun(same, odds);
    if (same.every((yes) => yes === same[0])) assert.equal(found, null);
    else {
      assert.ok(found !== null);
      assert.equal(found.length, runOf(same));
      assert.ok(same.slice(found.from, found.from + found.length).every(Boolean));
      assertNear(found.p, countedChance(same, odds, (pattern) => runOf(pattern) >= found.length));
    }
  }
});

Deno.test("[AK6] the chance of Guttman errors is that of counting every case", () => {
  const scores = [[1, 1, 1, 0, 1], [1, 1, 0, 1, 0], [1, 0, 1, 0, 0], [0, 1, 0, 0, 1], [1, 1, 1, 1, 0], [
    1,
    1,
    0,
    0,
    0,
  ]] as const;
  const odds = [0, 1, 2, 3, 4].map((item) => {
    const right = scores.filter((line) => line[item] === 1).length;
    return (right + 0.5) / (scores.length - right + 0.5);
  });
  const easiest = odds.map((_, item) => item).sort((one, other) => odds[other] - odds[one] || one - other);
  const errorsOf = (isRight: readonly boolean[]) =>
    easiest.flatMap((easy, at) => easiest.slice(at + 1).filter((hard) => !isRight[easy] && isRight[hard])).length;
  guttmanErrors(scores).forEach((found, person) => {
    const isRight = scores[person].map((score) => score === 1);
    assert.ok(found !== null);
    assert.equal(found.errors, errorsOf(isRight));
    assertNear(found.p, countedChance(isRight, odds, (pattern) => errorsOf(pattern) >= found.errors));
  });
  assert.deepEqual(guttmanErrors([[1, 1], [0, 0], [1, null]]), [null, null, null]);
});

Deno.test("[AK7] who copied most of a paper stands out by every index, and of the others as many as chance gives", () => {
  const random = createRandom(5);
  const items = simulateItems(random, { persons: 60, items: 40 });
  const honest = simulateAnswers(random, items, 60);
  const lines = honest.map((line, person) => person === 1 ? withCopied(random, line, honest[0], 28) : line);
  for (const model of ["rasch", "2pl"] as const) {
    const { pairs, lookedAt } = pairMatches(lines, modelAnswers(lines, model).choices);
    const [first, ...others] = pairs.sort((a, b) => a.p - b.p);
    assert.equal(lookedAt, 60 * 59 / 2);
    assert.deepEqual([first.one, first.other], [0, 1]);
    assert.ok(first.p < 1e-4 && first.omega > 4, `${first.p} ${first.omega}`);
    assert.ok(others.filter(({ p }) => p <= 0.01).length <= 0.02 * lookedAt);
  }
  const [first, ...others] = pairWrongMatches(lines).sort((a, b) => a.p - b.p);
  assert.deepEqual([first.one, first.other], [0, 1]);
  assert.ok(others.filter(({ p }) => p <= 0.01).length <= 0.02 * others.length);
  assert.ok(sameWrong(lines[0], lines[1]) > 5);
  assert.ok(pairRuns(lines).filter(({ run }) => run !== null && run.p <= 0.01).length <= 0.02 * 60 * 59 / 2);
});

Deno.test("[AK7] who knew questions beforehand was fast and right; nobody is compared where nothing was answered", async () => {
  const { items, scores, log_seconds } = JSON.parse(await Deno.readTextFile(FIXTURE));
  const chances = scores.map((line: (0 | 1)[], person: number) => {
    const ability = abilityOf(items, line);
    const weights = line.map((score, item) => score === 1 ? 1 - chanceRight(items[item], ability) : 0);
    return fastAndRight(items, log_seconds[person], weights).p;
  });
  // Person 3 of the data knew twelve questions.
  assert.equal(chances.indexOf(Math.min(...chances)), 2);
  assert.ok(chances[2] < 0.005, `${chances[2]}`);
  assert.ok(chances.filter((p: number) => p <= 0.05).length <= 8);
  const nobody = { answers: [null, null], scores: [null, null], logSeconds: [null, null] };
  assert.deepEqual(pairRuns([nobody, nobody])[0].run, null);
  assert.equal(pairWrongMatches([nobody, nobody])[0].p, 1);
});

Deno.test("[AK7] the chance of an lz* holds far out also with few questions", () => {
  const random = createRandom(3);
  const items = simulateItems(random, { persons: 1, items: 15 });
  const found = simulateAnswers(random, items, 4_000).map(({ scores }) =>
    personFit(items, scores, abilityOf(items, scores)).skewedP
  );
  const rate = (level: number) => found.filter((p) => p <= level).length / found.length;
  assert.ok(rate(0.05) < 0.06 && rate(0.05) > 0.03, `${rate(0.05)}`);
  assert.ok(rate(0.01) < 0.013, `${rate(0.01)}`);
});
