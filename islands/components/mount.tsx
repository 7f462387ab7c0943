import { type ComponentChild, hydrate } from "preact";

/**
 * Brings the page's `#island` to life with the same tree that the server rendered.
 *
 * @throws {TypeError} If the page has no island.
 */
export function mount(tree: ComponentChild): void {
  const island = document.getElementById("island");
  if (island === null) throw new TypeError("Cannot start: the page has no island");
  hydrate(tree, island);
  document.documentElement.dataset.ready = "true";
}
