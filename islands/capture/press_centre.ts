import { MAX_CENTRE } from "../../protocol/limits.ts";

/** What people press: a press on a word inside it is a press on it. */
const INTERACTIVE = "button, label, input, select, textarea, summary, a[href], option, [contenteditable], " +
  ["button", "link", "checkbox", "radio", "switch", "tab", "option", "menuitem"].map((role) => `[role=${role}]`).join();

/** Less than this off the middle is the middle, in px: it may lie between two pixels, and some browsers name whole ones. */
const PIXEL = 1;

/** A rectangle on the page, in px. */
type Box = Pick<DOMRectReadOnly, "left" | "top" | "width" | "height">;

/**
 * How far from the middle of its element a press was, by the element's rectangles; undefined where it has no size.
 *
 * @param target What was pressed; the nearest interactive element around it counts.
 */
export function pressCentre(target: EventTarget | null, x: number, y: number): number | undefined {
  if (!(target instanceof Element)) return undefined;
  const pressed = target.closest(INTERACTIVE) ?? target;
  return centreOf([...pressed.getClientRects()], x, y);
}

/**
 * Distance of a place from the middle of a rectangle, as a share of its half width and half height, the larger one of both:
 * 0 is the middle, 1 the edge. Of several (a link over two lines) the one that holds the place counts; where none does (a
 * label's far end), all of them together.
 *
 * @example
 * assert.equal(centreOf([{ left: 0, top: 0, width: 200, height: 40 }], 100, 20), 0);
 * assert.equal(centreOf([{ left: 0, top: 0, width: 200, height: 40 }], 150, 25), 0.5);
 */
export function centreOf(boxes: readonly Box[], x: number, y: number): number | undefined {
  const sized = boxes.filter(({ width, height }) => width > 0 && height > 0);
  if (sized.length === 0) return undefined;
  const { left, top, width, height } = sized.find((box) => holds(box, x, y)) ?? around(sized);
  const across = fromMiddle(x - left - width / 2) / (width / 2);
  const down = fromMiddle(y - top - height / 2) / (height / 2);
  const centre = Math.round(Math.max(across, down) * 1_000) / 1_000;
  return Number.isFinite(centre) ? Math.min(centre, MAX_CENTRE) : undefined;
}

function fromMiddle(distance: number): number {
  return Math.abs(distance) < PIXEL ? 0 : Math.abs(distance);
}

function holds({ left, top, width, height }: Box, x: number, y: number): boolean {
  return x >= left && x <= left + width && y >= top && y <= top + height;
}

function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  return {
    left,
    top,
    width: Math.max(...boxes.map((box) => box.left + box.width)) - left,
    height: Math.max(...boxes.map((box) => box.top + box.height)) - top,
  };
}
