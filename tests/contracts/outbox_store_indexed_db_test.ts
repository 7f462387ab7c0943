import assert from "node:assert/strict";
import * as esbuild from "esbuild";
import { BROWSER_TEST, launchBrowser } from "../support/browser.ts";
import { OUTBOX_STORE_CASES } from "./outbox_store_contract.ts";

/** A page of this origin is made up here: IndexedDB needs an origin, and no server is needed. */
const ORIGIN = "http://outbox.test/";

Deno.test({
  name: "[CA19] an outbox store in IndexedDB keeps the contract of outbox stores",
  ...BROWSER_TEST,
  async fn(t) {
    const built = await esbuild.build({
      entryPoints: ["tests/contracts/outbox_store_page.ts"],
      bundle: true,
      format: "iife",
      write: false,
    });
    await esbuild.stop();
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.route(ORIGIN, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
      await page.goto(ORIGIN);
      await page.addScriptTag({ content: built.outputFiles[0].text });
      for (const [index, { title, gives }] of OUTBOX_STORE_CASES.entries()) {
        await t.step(title, async () => assert.deepEqual(await page.evaluate(`runCase(${index})`), gives));
      }
    } finally {
      await browser.close();
    }
  },
});
