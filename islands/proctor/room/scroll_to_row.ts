/**
 * Brings a row of the list into the window and gives it the focus, also where it is not drawn yet.
 *
 * @param place Its place in the list, from 0.
 */
export function focusRow(id: string, place: number): void {
  const find = () => document.querySelector<HTMLElement>(`[data-attempt="${CSS.escape(id)}"] [data-row-button]`);
  const list = document.querySelector<HTMLElement>(".room-list [role=rowgroup]:last-child");
  const sample = list?.querySelector<HTMLElement>("[role=presentation]");
  if (list === null || sample === null || sample === undefined) return;
  const height = sample.offsetHeight;
  const top = list.getBoundingClientRect().top + place * height;
  const covered = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + headingsHeight();
  const foot = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--foot-height")) || 0;
  const bottom = innerHeight - 16 - foot;
  if (top < covered) scrollBy({ top: top - covered });
  else if (top + height > bottom) scrollBy({ top: top + height - bottom });
  // Drawing what was scrolled to takes a frame or two.
  const focus = (tries: number) => {
    const button = find();
    if (button !== null) button.focus({ preventScroll: true });
    else if (tries > 0) requestAnimationFrame(() => focus(tries - 1));
  };
  focus(10);
}

/** The line of headings stays in sight above the rows. */
function headingsHeight(): number {
  return document.querySelector<HTMLElement>(".room-headings")?.offsetHeight ?? 0;
}
