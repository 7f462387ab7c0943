import { useEffect, useRef, useState } from "preact/hooks";

/** Somebody is about to leave a page that shows what is shown once. */
export interface Leaving {
  /** Where to; null while nobody leaves. */
  to: string | null;
  stay: () => void;
  /** Leaves all the same. */
  go: () => void;
}

/**
 * Asks before the page is left: where a link leads away, in a dialog of the page; where the tab is closed or reloaded, in the browser's own.
 *
 * @param isOn Whether there is something to lose. Links with `data-leaves-nothing` lose nothing.
 */
export function useLeaveGuard(isOn: boolean): Leaving {
  const [to, setTo] = useState<string | null>(null);
  const isFree = useRef(false);
  useEffect(() => {
    if (!isOn) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (!isFree.current) event.preventDefault();
    };
    const hold = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || event.button !== 0) return;
      const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || link.target === "_blank" ||
        link.download !== "";
      if (isElsewhere || link.dataset.leavesNothing !== undefined || link.hash !== "") return;
      event.preventDefault();
      setTo(link.href);
    };
    addEventListener("beforeunload", ask);
    document.addEventListener("click", hold);
    return () => {
      removeEventListener("beforeunload", ask);
      document.removeEventListener("click", hold);
    };
  }, [isOn]);
  return {
    to,
    stay: () => setTo(null),
    go: () => {
      isFree.current = true;
      if (to !== null) location.assign(to);
    },
  };
}
