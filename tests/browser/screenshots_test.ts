import assert from "node:assert/strict";
import { browserTest } from "../support/in_browser.ts";
import type { Place, Shot } from "../screenshots/shot.ts";
import { ALL_LOOKS, takeShot } from "../screenshots/take_shot.ts";

browserTest(
  "[DR22] a state is pictured in every look, and a page that throws, is too wide or cannot be used is named with what is wrong",
  async (browser, server) => {
    const kept: string[] = [];
    const studio = {
      browser,
      staff: [],
      keep: (name: string) => Promise.resolve(void kept.push(name)),
      stage: { server },
    };
    const good: Shot<Place> = { name: "good", page: "page_login", by: "anyone", open: (page) => page.goto("/login") };
    assert.deepEqual(await takeShot(studio, good), []);
    assert.deepEqual(kept, ["good_1440_light.png", "good_1440_dark.png", "good_390_light.png", "good_390_dark.png"]);

    const bad: Shot<Place> = {
      ...good,
      name: "bad",
      async open(page) {
        await page.goto("/login");
        await page.evaluate(() => {
          const wide = document.createElement("p");
          wide.textContent = "w".repeat(100);
          const image = document.createElement("img");
          document.querySelector("main")?.append(wide, image);
          setTimeout(() => {
            throw new RangeError("Cannot go on");
          });
        });
      },
    };
    const found = await takeShot(studio, bad);
    assert.deepEqual(found.filter(({ what }) => /wider than its window/.test(what)).map(({ look }) => look), [
      "390_light",
      "390_dark",
    ]);
    assert.equal(found.filter(({ what }) => what.startsWith("axe, image-alt")).length, ALL_LOOKS.length);
    assert.deepEqual(found.filter(({ look }) => look === undefined).map(({ what }) => what), ["error: Cannot go on"]);

    const lost: Shot<Place> = { ...good, name: "lost", open: () => Promise.reject(new Error("no such button")) };
    assert.deepEqual(await takeShot(studio, lost), [{ shot: "lost", what: "could not be pictured: no such button" }]);
  },
);
