import assert from "node:assert/strict";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { lookAt } from "../support/student_look.ts";
import { LOOKS, watchedPage } from "../support/watched_page.ts";

/** Pages that are open to anyone, with what the navigation marks on each. */
const PAGES: readonly [path: string, current: string | null][] = [
  ["/", null],
  ["/demo", "/demo"],
  ["/docs", "/docs"],
  ["/docs/scoring", "/docs"],
  ["/verify", "/verify"],
  ["/join", "/join"],
  ["/join/DEMO", "/join"],
  ["/join/NONE-SUCH", "/join"],
  ["/check", "/join"],
  ["/declined", "/join"],
  ["/login", "/login"],
  ["/invitation", "/login"],
  ["/privacy", null],
  ["/result", null],
  ["/evidence", null],
  ["/nowhere", null],
];

const PLACES = ["/demo", "/docs", "/verify", "/join", "/login"];

for (const look of LOOKS) {
  for (const [locale, name] of [["en-GB", "Main"], ["de", "Hauptmenü"]] as const) {
    browserTest(
      `[DR57] visitors have one navigation, in one line, and see where they are: ${look.width} px, ${locale}`,
      async (browser, server) => {
        const { page, complaints, context } = await watchedPage(browser, server.url, look, locale);
        for (const [path, current] of PAGES) {
          await page.goto(path);
          const links = page.getByRole("navigation", { name, exact: true }).getByRole("link");
          assert.deepEqual(
            await links.evaluateAll((all) => all.map((link) => link.getAttribute("href"))),
            PLACES,
            path,
          );
          const marked = await links.evaluateAll((all) =>
            all.filter((link) => link.ariaCurrent === "page").map((link) => link.getAttribute("href"))
          );
          assert.deepEqual(marked, current === null ? [] : [current], path);
          const tops = await links.evaluateAll((all) => all.map((link) => link.getBoundingClientRect().top));
          assert.equal(new Set(tops).size, 1, `${path}: in one line`);
          await lookAt(page, `visitors${path.replaceAll("/", "_")}_${look.width}_${locale}`);
        }
        await page.goto("/login");
        assert.deepEqual(await findViolations(page), []);
        await page.goto("/exam");
        assert.equal(
          await page.getByRole("navigation", { name, exact: true }).count(),
          0,
          "nothing leads out of an exam",
        );
        assert.deepEqual(complaints, []);
        await context.close();
      },
    );
  }
}
