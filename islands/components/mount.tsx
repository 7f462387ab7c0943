import { type ComponentChild, hydrate } from "preact";
import { outliveForeignChanges } from "./foreign_changes.ts";
import { keepFocus } from "./keep_focus.ts";
import { Speaking, type Speech } from "./speech.tsx";

/**
 * Brings the page's `#island` to life with the same tree that the server rendered, in the same words.
 *
 * @throws {TypeError} If the page has no island.
 */
export function mount(tree: ComponentChild, speech: Speech): void {
  const island = document.getElementById("island");
  if (island === null) throw new TypeError("Cannot start: the page has no island");
  hydrate(<Speaking speech={speech}>{tree}</Speaking>, island);
  outliveForeignChanges(island);
  keepFocus(document);
  document.documentElement.dataset.ready = "true";
}
