import { createRandom, type Random } from "../../scoring/models/random.ts";

/**
 * A new source, seeded from another: what is drawn from one no longer shifts what is drawn from the other.
 *
 * @example
 * const person = fork(createRandom(7));
 * assert.equal(person(), fork(createRandom(7))());
 */
export function fork(random: Random): Random {
  return createRandom(Math.floor(random() * 4_294_967_296));
}
