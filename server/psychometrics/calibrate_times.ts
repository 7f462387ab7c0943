import { mean, sampleCovariance, sampleVariance } from "simple-statistics";
import { type LogTimes, speedOf, type TimeParameters } from "./response_times.ts";

/** Of a question's variance, what is its own at least: where speeds seem to explain more, chance did. */
const LEAST_OWN_SHARE = 0.1;

/** Log times that nobody's differ from have this variance: a tenth of a second of ten. */
const LEAST_VARIANCE = 1e-4;

/** Rounds that settle means where not everybody has a time for everything. */
const ROUNDS = 5;

/**
 * Parameters of questions' times in the lognormal model, by moments: any two questions' log times vary together as much as speeds
 * do, and what a question's vary beyond that is its own. Speeds are 0 on average.
 *
 * @param times A line for each person, a column for each question, each with the times of two persons at least.
 */
export function calibrateTimes(times: readonly LogTimes[]): TimeParameters[] {
  const columns = (times[0] ?? []).map((_, item) => times.map((line) => line[item]));
  const shared = Math.max(0, speedVariance(columns));
  const parameters = columns.map((column) => {
    const given = column.filter((time) => time !== null);
    const variance = Math.max(LEAST_VARIANCE, sampleVariance(given));
    return { alpha: 1 / Math.sqrt(Math.max(variance - shared, LEAST_OWN_SHARE * variance)), beta: mean(given) };
  });
  for (let round = 0; round < ROUNDS; round++) {
    const speeds = times.map((line) => speedOf(parameters, line));
    const known = speeds.filter((speed) => !Number.isNaN(speed));
    const centre = known.length === 0 ? 0 : mean(known);
    columns.forEach((column, item) => {
      const adjusted = column.flatMap((time, person) => time === null ? [] : [time + speeds[person] - centre]);
      parameters[item].beta = mean(adjusted);
    });
  }
  return parameters;
}

/** Mean covariance of two questions' log times, over all pairs that three persons at least have both of. */
function speedVariance(columns: readonly (readonly (number | null)[])[]): number {
  let [sum, count] = [0, 0];
  columns.forEach((one, index) => {
    for (const other of columns.slice(index + 1)) {
      const [both, also]: [number[], number[]] = [[], []];
      one.forEach((time, person) => {
        const second = other[person];
        if (time === null || second === null) return;
        both.push(time);
        also.push(second);
      });
      if (both.length < 3) continue;
      sum += sampleCovariance(both, also);
      count++;
    }
  });
  return count === 0 ? 0 : sum / count;
}
