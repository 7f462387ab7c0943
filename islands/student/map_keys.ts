/**
 * Which of many buttons in rows a key leads to: along the line with the arrows to the side, to the nearest one of the next
 * line with those up and down, to the ends with Home and End. Null for another key, or where there is none.
 *
 * @param buttons In reading order. @param current The one that has the focus.
 */
export function buttonAfterKey<Button extends HTMLElement>(
  key: string,
  buttons: readonly Button[],
  current: Button,
): Button | null {
  const at = buttons.indexOf(current);
  const isRightToLeft = getComputedStyle(current).direction === "rtl";
  switch (key) {
    case "ArrowRight":
      return buttons[at + (isRightToLeft ? -1 : 1)] ?? null;
    case "ArrowLeft":
      return buttons[at + (isRightToLeft ? 1 : -1)] ?? null;
    case "ArrowDown":
      return nearest(buttons.slice(at + 1), current);
    case "ArrowUp":
      return nearest(buttons.slice(0, Math.max(0, at)).reverse(), current);
    case "Home":
      return buttons[0] ?? null;
    case "End":
      return buttons.at(-1) ?? null;
    default:
      return null;
  }
}

/** Of the first other line, the button nearest in the column. */
function nearest<Button extends HTMLElement>(others: readonly Button[], current: Button): Button | null {
  const place = (button: HTMLElement) => button.getBoundingClientRect();
  const here = place(current);
  const line = others.map(place).find((box) => Math.abs(box.top - here.top) > 1)?.top;
  const inLine = others.filter((button) => line !== undefined && Math.abs(place(button).top - line) <= 1);
  return inLine.sort((a, b) => Math.abs(place(a).left - here.left) - Math.abs(place(b).left - here.left))[0] ?? null;
}
