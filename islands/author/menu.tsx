import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

interface MenuProps {
  /** What the button says. */
  button: ComponentChildren;
  buttonClass: string;
  /** For screen readers, where the button's own words are too few. */
  label?: string;
  id: string;
  isWide?: boolean;
  /** Whether it opens below the beginning of its button, as where that stands at the beginning of a line. */
  isAtStart?: boolean;
  children: ComponentChildren;
}

/** Kept free between a menu and the window's edge, px. */
const MARGIN_PX = 8;

/** Kept free above: the bar that stays at the top of a page lies there, px. */
const TOP_BAR_PX = 72;

/**
 * A button that opens a list of things to do. Escape, a choice or a click elsewhere close it; arrow keys go through it.
 * It opens to where there is room for it, and scrolls where there is too little on both sides.
 */
export function Menu({ button, buttonClass, label, id, isWide = false, isAtStart = false, children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const [isAbove, setAbove] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const entries = () => [...root.current?.querySelectorAll<HTMLElement>("[data-menu] :is(button, a)") ?? []];

  useLayoutEffect(() => {
    if (!isOpen) return;
    if (root.current !== null && list.current !== null) setAbove(place(list.current, root.current));
    entries()[0]?.focus({ preventScroll: true });
    const closeBeside = ({ target }: Event) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    };
    document.addEventListener("pointerdown", closeBeside);
    return () => document.removeEventListener("pointerdown", closeBeside);
  }, [isOpen]);

  function onKeyDown(event: KeyboardEvent) {
    if (!isOpen) return;
    if (event.key === "Escape") {
      setOpen(false);
      root.current?.querySelector("button")?.focus();
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const all = entries();
    const at = all.findIndex((entry) => entry === document.activeElement);
    all[(at + step + all.length) % all.length]?.focus();
  }

  return (
    <div
      ref={root}
      class="relative"
      onKeyDown={onKeyDown}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !root.current?.contains(relatedTarget)) setOpen(false);
      }}
    >
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={label}
        onClick={() => setOpen(!isOpen)}
        class={buttonClass}
      >
        {button}
      </button>
      <div
        ref={list}
        id={id}
        data-menu
        hidden={!isOpen}
        onClick={({ target }) => target instanceof Element && target.closest("button, a") && setOpen(false)}
        class={`absolute ${isAtStart ? "start-0" : "end-0"} ${
          isAbove ? "bottom-full mb-1" : "top-full mt-1"
        } z-30 flex-col overflow-y-auto overscroll-contain rounded-lg border border-line bg-raised p-1 shadow-raised not-[[hidden]]:flex ${
          isWide ? "w-[min(20rem,calc(100vw-2rem))]" : "w-56"
        }`}
      >
        {children}
      </div>
    </div>
  );
}

/** Bounds a menu to the room that there is in the window. @returns Whether it stands above its button. */
function place(menu: HTMLElement, button: HTMLElement): boolean {
  const { top, bottom } = button.getBoundingClientRect();
  menu.style.maxHeight = "";
  const below = innerHeight - bottom - MARGIN_PX;
  const above = top - TOP_BAR_PX;
  const isAbove = menu.offsetHeight > below && above > below;
  menu.style.maxHeight = `${Math.max(isAbove ? above : below, 0)}px`;
  return isAbove;
}

/** How an entry of a menu looks. It keeps its height: a menu that is too long scrolls. */
export const ENTRY_CLASS =
  "flex min-h-9 w-full shrink-0 items-center gap-2 rounded-field px-2.5 py-1.5 text-start text-sm text-ink hover:bg-sunken focus:bg-sunken";
