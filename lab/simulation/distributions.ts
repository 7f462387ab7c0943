import type { Random } from "../../scoring/models/random.ts";

/**
 * A number between two bounds, uniform.
 *
 * @example
 * assert.equal(between(() => 0.5, 10, 20), 15);
 */
export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

/**
 * Whether something of this probability happens.
 *
 * @example
 * assert.equal(chance(() => 0.2, 0.3), true);
 */
export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

/**
 * One of a list, each equally likely.
 *
 * @throws {RangeError} If the list is empty.
 *
 * @example
 * assert.equal(pick(() => 0.9, ["a", "b"]), "b");
 */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  if (items.length === 0) throw new RangeError("Cannot pick from an empty list");
  return items[Math.floor(random() * items.length)];
}

/**
 * A standard normal number, by Box and Muller's transform; two draws each, nothing kept between calls.
 *
 * @example
 * assert.equal(Number.isFinite(normal(createRandom(1))), true);
 */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * A log-normal number by its median and the spread of its logarithm: the shape of people's inter-key times.
 *
 * @param median In the unit wanted; above 0.
 * @param spread Standard deviation of the natural logarithm; 0 gives the median itself.
 *
 * @example
 * assert.equal(logNormal(createRandom(1), 200, 0), 200);
 */
export function logNormal(random: Random, median: number, spread: number): number {
  return median * Math.exp(spread * normal(random));
}

/**
 * Time to the next of events that come at a mean rate, exponential, in ms.
 *
 * @param perMinute Mean number a minute; 0 gives infinity.
 *
 * @example
 * assert.equal(untilNext(createRandom(1), 0), Infinity);
 */
export function untilNext(random: Random, perMinute: number): number {
  return perMinute === 0 ? Infinity : -Math.log(1 - random()) * 60_000 / perMinute;
}
