import { type ComponentChild, hydrate } from "preact";
import { outliveForeignChanges } from "./foreign_changes.ts";
import { keepFocus } from "./keep_focus.ts";
import { Speaking, type Speech } from "./speech.tsx";

/**
 * Brings the page's `#island` to life with the same tree that the server rendered, in the same words.
 *
 * @param id Of the part that is brought to life, where that is not the page's whole island.
 * @throws {TypeError} If the page has no such part.
 */
export function mount(tree: ComponentChild, speech: Speech, id = "island"): void {
  const island = document.getElementById(id);
  if (island === null) throw new TypeError(`Cannot start: the page has no ${id}`);
  hydrate(<Speaking speech={speech}>{tree}</Speaking>, island);
  outliveForeignChanges(island);
  keepFocus(document);
  document.documentElement.dataset.ready = "true";
}
