import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface PaperProps {
  isHidden: boolean;
  /** False where the exam is not to be printed: then it is not on what is. */
  isPrinted: boolean;
  children: ComponentChildren;
}

/**
 * The exam itself. While it stands still it is out of sight and not gone: the field has its text, its caret and what can
 * be undone, each choice on the page is kept, and all of it stands again where it stood.
 */
export function Paper({ isHidden, isPrinted, children }: PaperProps) {
  const scrolledTo = useRef<number | null>(null);
  // As long as the paper is still in sight: without it the page is short, and the browser scrolls up.
  if (isHidden && scrolledTo.current === null) scrolledTo.current = scrollY;
  useLayoutEffect(() => {
    if (isHidden || scrolledTo.current === null) return;
    scrollTo({ top: scrolledTo.current, behavior: "instant" });
    scrolledTo.current = null;
  }, [isHidden]);
  const look = `flex flex-1 flex-col ${isPrinted ? "" : "print:hidden"}`;
  return <div hidden={isHidden} data-paper data-focus-home="last" class={look}>{children}</div>;
}
