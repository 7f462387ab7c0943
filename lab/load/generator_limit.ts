import type { ProcessorUse } from "./processor_time.ts";

/** A generator whose thread takes more of a core had no more to give. */
const MOST_BUSY = 0.85;

/** A saturated server takes more cores than this; one that takes less waits for somebody. */
const LEAST_SATURATED = 0.75;

/** Of a generator that takes more of a core than this, that somebody may be the generator. */
const BUSY = 0.5;

/** A run, as far as it shows who was at the end of their strength. */
export interface RunUse {
  generator: ProcessorUse;
  /** Whether everybody sent as fast as they were answered. */
  isSaturating: boolean;
  /** Cores that the server took; null where it cannot be known, as on another machine. */
  server: number | null;
}

/**
 * Why a run says what its generator can do, and not what the server can; null where it does not.
 *
 * @example
 * const generator = { process: 0.2, thread: 0.18, waited: 0.01 };
 * assert.equal(generatorLimit({ generator, isSaturating: true, server: 1.3 }), null);
 */
export function generatorLimit({ generator, isSaturating, server }: RunUse): string | null {
  const busy = percent(generator.thread);
  if (generator.thread > MOST_BUSY) {
    return `The generator was the limit: its thread took ${busy} of a core, so that the figures are its own`;
  }
  const isIdle = server !== null && server < LEAST_SATURATED;
  if (isSaturating && isIdle && generator.thread > BUSY) {
    return `The generator was the limit: the server took only ${percent(server)} of a core ` +
      `while the generator's thread took ${busy}`;
  }
  return null;
}

/** What a generator took, as it stands beside a figure: `generator 18 % of a core`. */
export function generatorShare({ process, waited }: ProcessorUse): string {
  const wait = waited >= 0.05 ? `, ${percent(waited)} of the time waiting for one` : "";
  return `generator ${percent(process)} of a core${wait}`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
