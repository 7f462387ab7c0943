import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Moves the focus to what has to be mended, in the moment that it is on the page: the form's first invalid field, or its alert.
 *
 * @param problems What the last try found, as a new object each time; nothing where it is empty.
 * @returns Goes to the form's `ref`.
 */
export function useProblemFocus(
  problems: Readonly<Record<string, string | undefined>>,
): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    if (Object.keys(problems).length === 0) return;
    const target = form.current?.querySelector("[aria-invalid=true], [role=alert]");
    if (target instanceof HTMLElement) target.focus();
  }, [problems]);
  return form;
}
