/** Rows drawn beyond each edge of the window, so that a quick scroll shows no gap. */
const BEYOND = 8;

/**
 * First and one past the last row to draw.
 *
 * @param count Rows in all.
 * @param rowHeight Height of every row, in px.
 * @param listTop Top of the list relative to the window's top, in px; negative once scrolled past.
 * @param windowHeight In px.
 * @example The first rows of a list at the window's top
 * assert.deepEqual(visibleRange(1_000, 40, 0, 400), { from: 0, to: 18 });
 */
export function visibleRange(
  count: number,
  rowHeight: number,
  listTop: number,
  windowHeight: number,
): { from: number; to: number } {
  const first = Math.floor(-listTop / rowHeight);
  const last = Math.ceil((windowHeight - listTop) / rowHeight);
  const from = Math.min(count, Math.max(0, first - BEYOND));
  return { from, to: Math.max(from, Math.min(count, last + BEYOND)) };
}
