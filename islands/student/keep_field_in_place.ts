/**
 * Keeps the paper where the student's eyes are while what stands above it grows or shrinks: a notice that comes must not
 * push away what is being written. A page at its very top that nobody is working in makes room instead.
 *
 * @param px By how much what stands above has grown.
 */
export function keepFieldInPlace(px: number): void {
  const isWorking = document.activeElement?.closest("[data-paper]") != null;
  if (isWorking || scrollY > 0) scrollBy({ top: px, behavior: "instant" });
}
