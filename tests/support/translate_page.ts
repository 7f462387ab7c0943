import type { Page } from "playwright-core";

/** How a page translator puts its words where a page's text was. */
export type TranslatorManner = "replaces" | "wraps" | "inserts_then_removes";

/**
 * Does to a page what page translators do: each text node below the island, but for what says that it must not be
 * translated, gives way to `<font><font>` with the translation, here the same text in brackets.
 */
export async function translatePage(page: Page, manner: TranslatorManner): Promise<number> {
  return await page.evaluate((manner) => {
    const island = document.getElementById("island");
    if (island === null) throw new TypeError("Cannot translate a page without an island");
    const walker = document.createTreeWalker(island, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!(node instanceof Text) || node.data.trim() === "") continue;
      if (node.parentElement?.closest("[translate=no], textarea, font") === null) texts.push(node);
    }
    for (const text of texts) {
      const outer = document.createElement("font");
      const inner = outer.appendChild(document.createElement("font"));
      if (manner === "wraps") {
        text.before(outer);
        inner.append(text);
        continue;
      }
      inner.textContent = `[${text.data}]`;
      if (manner === "replaces") text.replaceWith(outer);
      else {
        text.before(outer);
        text.remove();
      }
    }
    return texts.length;
  }, manner);
}
