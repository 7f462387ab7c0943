import { useEffect } from "preact/hooks";

/** Calls when the browser changes between light and dark: what is drawn on a canvas keeps its colours otherwise. */
export function useSchemeChange(redraw: () => void): void {
  useEffect(() => {
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    scheme.addEventListener("change", redraw);
    return () => scheme.removeEventListener("change", redraw);
  }, []);
}
