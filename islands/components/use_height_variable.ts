import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Tells the style sheet how high an element is that covers the top of the window, or its foot. `scroll-padding` follows from it, so
 * that nothing which is scrolled to, or has the focus, lies beneath.
 *
 * @param onGrown Told in the same frame by how many px it has grown, fewer than 0 where it shrank.
 * @returns Goes to the element's `ref`.
 */
export function useHeightVariable(
  name: "--banner-height" | "--top-height" | "--bar-height" | "--foot-height",
  onGrown?: (px: number) => void,
): RefObject<HTMLDivElement | null> {
  const measured = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = measured.current;
    if (element === null) return;
    const { style } = document.documentElement;
    let before: number | null = null;
    const measure = () => {
      const height = element.offsetHeight;
      style.setProperty(name, `${height}px`);
      if (before !== null && height !== before) onGrown?.(height - before);
      before = height;
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty(name);
    };
  }, []);
  return measured;
}
