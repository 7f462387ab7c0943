/**
 * How long the collector stopped the program, ms, by a line of V8's `--trace-gc`; null for any other line. Of a collection
 * in steps it is the longest of them.
 *
 * @example
 * assert.equal(gcPauseMs("[7:0x55] 76 ms: Scavenge 4.0 (5.1) -> 3.6 (5.9) MB, pooled: 0.0 MB, 1.01 / 0.00 ms …"), 1.01);
 */
export function gcPauseMs(line: string): number | null {
  const stop = /^\[\d+:0x[0-9a-f]+\] +\d+ ms: .*?, (\d+(?:\.\d+)?) \/ \d+(?:\.\d+)? ms/.exec(line)?.[1];
  if (stop === undefined) return null;
  const step = /biggest step (\d+(?:\.\d+)?) ms/.exec(line)?.[1] ?? "0";
  return Math.max(Number(stop), Number(step));
}
