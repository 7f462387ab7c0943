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
 * The focus goes back to what had to give it up before, where that was only hidden and is in sight again, as after a
 * pause; else to the first element with `data-focus-home` in the nearest part of the page that is still there; else to
 * the main part. It moves before the next key arrives, and only where nothing else has taken the focus.
 */
export function keepFocus(page: Document): void {
  let last: Place | null = null;
  let hidden: HTMLElement | null = null;
  let isPointing = false;

  page.addEventListener("mousedown", () => isPointing = true, true);
  page.addEventListener("mouseup", () => isPointing = false, true);
  page.addEventListener("focusout", ({ relatedTarget }) => {
    // A click on nothing gives the focus up, and nothing has gone away.
    if (isPointing && relatedTarget === null) last = null;
  });
  page.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLElement) || target === page.body) return;
    // A screen that came in its place has taken the focus at once.
    if (last !== null && last.element.isConnected && !isThere(last.element)) hidden = last.element;
    else if (hidden !== null && isThere(hidden)) hidden = null;
    last = { element: target, ancestors: ancestorsOf(target) };
  });

  const settle = () => {
    if (last === null || isThere(last.element)) return;
    const { element, ancestors } = last;
    const active = page.activeElement;
    if (active !== null && active !== page.body && active !== element) return;
    last = null;
    const goal = hidden !== null && isThere(hidden) ? hidden : homeIn(ancestors) ?? page.getElementById("main");
    if (element.isConnected) hidden = element;
    goal?.focus();
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

function homeIn(ancestors: readonly Element[]): HTMLElement | undefined {
  for (const ancestor of ancestors) {
    if (!ancestor.isConnected) continue;
    const homes = [...ancestor.querySelectorAll<HTMLElement>("[data-focus-home]")];
    const home = homes.find((one) => isThere(one) && one.getClientRects().length > 0);
    if (home !== undefined) return home;
  }
}

/** Whether it can have the focus, as far as can be told without a layout. */
function isThere(element: HTMLElement): boolean {
  return element.isConnected && element.closest("[hidden]") === null && !element.matches(":disabled");
}
