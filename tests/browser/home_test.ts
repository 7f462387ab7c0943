import assert from "node:assert/strict";
import { ERROR_RATES } from "../../scoring/error_rates.ts";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { loadWhole } from "../support/page_load.ts";
import { lookAt } from "../support/student_look.ts";
import { LOOKS, watchedPage } from "../support/watched_page.ts";

/** What the first page may load in all, over the wire. */
const MOST_BYTES = 150_000;

for (const look of LOOKS) {
  for (const locale of ["en-GB", "de"]) {
    browserTest(
      `[DR20] [DR23] the first page: ${look.width} px, ${look.scheme}, ${locale}`,
      async (browser, server) => {
        const { page, complaints, context } = await watchedPage(browser, server.url, look, locale);
        const { bytes, shift } = await loadWhole(page, "/");
        assert.ok(bytes > 0 && bytes <= MOST_BYTES, `${bytes} bytes`);
        assert.equal(shift, 0, "nothing moves while it loads");
        const shown = await page.locator("main img").evaluateAll((images) =>
          images.map((image) => ({
            isDrawn: image instanceof HTMLImageElement && image.naturalWidth > 0,
            address: image instanceof HTMLImageElement ? new URL(image.currentSrc).pathname : "",
            says: image.getAttribute("alt") ?? "",
          }))
        );
        assert.equal(shown.length, 4);
        for (const { isDrawn, address, says } of shown) {
          assert.ok(isDrawn && address.endsWith(`_${locale.slice(0, 2)}_${look.scheme}.webp`), address);
          assert.ok(says.length > 40, says);
        }
        await lookAt(page, `home_${look.width}_${locale}`);
        assert.deepEqual(await findViolations(page), []);
        assert.equal(await page.locator("tbody tr").count(), Object.keys(ERROR_RATES).length);
        const unmeasured = Object.values(ERROR_RATES).filter((errors) => errors === null).length;
        assert.equal(await page.locator("tbody td[colspan]").count(), unmeasured, "no 0 % of what nobody measured");
        const hrefs = await page.locator("main a").evaluateAll((links) =>
          links.map((link) => link.getAttribute("href") ?? "")
        );
        assert.ok(hrefs.length > 12);
        for (const href of new Set(hrefs)) {
          assert.equal((await page.request.get(href, { maxRedirects: 0 })).status(), 200, href);
        }
        assert.deepEqual(complaints, []);
        await context.close();
      },
    );
  }
}

browserTest(
  "[DR20] the first page is whole without JavaScript, and says what it is to who finds it elsewhere",
  async (browser, server) => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
    const page = await context.newPage();
    await page.goto(server.url);
    await page.getByRole("heading", { name: "How often it is wrong" }).waitFor();
    await page.getByRole("rowheader", { name: /^Change of hand/ }).waitFor();
    const told = page.locator('meta[property="og:description"]');
    assert.match(await told.getAttribute("content") ?? "", /^No camera/);
    await context.close();
  },
);
