/** Runs something later; the answer calls it off. @param ms How much later, in ms. */
export function later(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
