/** A source of uniform numbers in [0, 1). Always passed in, so that a simulation is a function of its seed. */
export type Random = () => number;

/**
 * A seeded source of uniform numbers: sfc32 (Doty-Humphrey, PractRand), 128 bits of state spread from the seed by
 * splitmix32. Passes the usual statistical batteries; not for secrets.
 *
 * @param seed Any integer; its low 32 bits count.
 *
 * @example The same seed gives the same numbers
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(createRandom(7)(), createRandom(7)());
 * ```
 */
export function createRandom(seed: number): Random {
  let mix = seed >>> 0;
  const spread = (): number => {
    mix = (mix + 0x9e3779b9) | 0;
    let z = Math.imul(mix ^ (mix >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) | 0;
  };
  let a = spread();
  let b = spread();
  let c = spread();
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) next();
  return next;
}
