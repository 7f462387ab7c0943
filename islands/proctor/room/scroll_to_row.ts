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
  const margin = 140;
  if (top < margin) scrollBy({ top: top - margin });
  else if (top + height > innerHeight - 16) scrollBy({ top: top + height - innerHeight + 16 });
  // Drawing what was scrolled to takes a frame or two.
  const focus = (tries: number) => {
    const button = find();
    if (button !== null) button.focus({ preventScroll: true });
    else if (tries > 0) requestAnimationFrame(() => focus(tries - 1));
  };
  focus(10);
}
