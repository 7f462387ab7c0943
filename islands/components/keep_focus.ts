/** Where the focus may go to; see {@link keepFocus}. */
const HOMES = '[data-focus-home]:not([data-focus-home="last"])';
const PARTS = '[data-focus-home="last"]';

/** The last thing that had the focus, and what it stood in. */
interface Place {
  element: HTMLElement;
  /** From the innermost out, as they were: what is removed no longer tells where it was. */
  ancestors: readonly Element[];
}

/**
 * Never lets the focus fall on the body because a control that had it went away: it was removed, hidden or disabled.
 * Whoever works with the keyboard would begin at the top of the page again, and what is typed next would be lost.
 *
 * The focus moves within the nearest part of the page that is still there and knows where to: to whatever had the focus
 * last in a `data-focus-home="last"`, the latest one first, as the field that the student was in before a pause; else to
 * the first `data-focus-home`; where no part knows, to the main part. It moves before the next key arrives, and only
 * where nothing else has taken the focus.
 */
export function keepFocus(page: Document): void {
  let last: Place | null = null;
  /** Parts of the page with what had the focus last in each, the latest at the end. */
  const lastIn = new Map<Element, HTMLElement>();

  // The main part takes the focus where a click finds nothing else.
  const isNowhere = (element: EventTarget | null) =>
    element === null || element === page.body || element === page.getElementById("main");

  page.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLElement) || isNowhere(target)) return;
    last = { element: target, ancestors: ancestorsOf(target) };
    const part = target.closest(PARTS);
    if (part === null) return;
    lastIn.delete(part);
    lastIn.set(part, target);
  });

  const homeIn = (ancestor: Element): HTMLElement | undefined => {
    const latest = [...lastIn].reverse().filter(([part]) => ancestor !== part && ancestor.contains(part));
    const homes = ancestor.querySelectorAll<HTMLElement>(HOMES);
    return [...latest.map(([, element]) => element), ...homes]
      .find((one) => isThere(one) && one.getClientRects().length > 0);
  };

  const settle = () => {
    if (last === null || isThere(last.element)) return;
    const { element, ancestors } = last;
    const active = page.activeElement;
    if (!isNowhere(active) && active !== element) return;
    last = null;
    let home: HTMLElement | null | undefined;
    for (const ancestor of ancestors) if (ancestor.isConnected) home ??= homeIn(ancestor);
    home ??= page.getElementById("main");
    home?.focus({ preventScroll: true });
    // Whoever works with the mouse looks elsewhere, and what is in sight, if only in part, stays where it is.
    if (home?.matches(":focus-visible") && !isInSight(home)) home.scrollIntoView({ block: "nearest" });
  };
  new MutationObserver(settle).observe(page.body, {
    attributeFilter: ["disabled", "hidden"],
    childList: true,
    subtree: true,
  });
}

function ancestorsOf(element: Element): Element[] {
  const ancestors: Element[] = [];
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) ancestors.push(parent);
  return ancestors;
}

function isInSight(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) && top < innerHeight;
}

/** Whether it can have the focus, as far as can be told without a layout. */
function isThere(element: HTMLElement): boolean {
  return element.isConnected && element.closest("[hidden]") === null && !element.matches(":disabled");
}
