import assert from "node:assert/strict";
import { build, projectRoot } from "../../../server/tasks/build.ts";
import { assetUrl, scriptUrls } from "../../../server/build/manifest.ts";
import { thirdPartyNotices } from "../../../server/build/third_party.ts";

/** Bytes after gzip that a page's script may have; from the project's goals. */
const MOST_GZIP = {
  ...{ "exam.js": 60_000, "room.js": 90_000 },
  // What an author's page needs at once; settings, dialogs, preview and import come later.
  ...{ "edit.js": 80_000, "exams.js": 45_000, "bank.js": 60_000, "bank_item.js": 75_000 },
  ...{ "marking.js": 60_000, "results.js": 60_000, "people.js": 60_000 },
  // What pages of others load; what captures comes once a student has agreed.
  ...{ "embed.js": 15_000, "embed.mjs": 15_000, "embed_watch.mjs": 20_000 },
} as const;

// esbuild's service process outlives a build by some milliseconds.
const options = { sanitizeOps: false, sanitizeResources: false };

Deno.test(
  "[PR10] [EM15] every page's script is built within its size, and nothing is built twice",
  options,
  async () => {
    const first = await build();
    for (const [name, most] of Object.entries(MOST_GZIP)) {
      const { gzip } = first.manifest.files[name];
      assert.ok(gzip <= most, `${name} is ${gzip} B gzipped, more than ${most}`);
    }
    const second = await build();
    assert.equal(second.built, false);
    assert.deepEqual(second.manifest, first.manifest);
  },
);

Deno.test("addresses of built files carry their content's hash", options, async () => {
  const { manifest } = await build();
  assert.match(assetUrl(manifest, "style.css"), /^\/static\/build\/style\.css\?v=[0-9a-f]{12}$/);
  assert.throws(() => assetUrl(manifest, "none.js"), RangeError);
  for (const path of scriptUrls(manifest, "room").preload) await Deno.stat(projectRoot() + path);
});

Deno.test("[HO20] what is delivered of others comes with their licences", options, async () => {
  await build();
  const notices = await Deno.readTextFile(`${projectRoot()}/static/build/third-party.txt`);
  for (const name of ["preact", "zod", "@fontsource-variable/inter", "@fontsource/noto-sans-math"]) {
    assert.match(notices, new RegExp(`^== ${name} [\\d.]+ \\(.+\\)$`, "m"));
  }
  assert.match(notices, /Permission is hereby granted/);
  assert.match(notices, /Contains pdf\.js .+ under:\s+Apache License/);
  await assert.rejects(thirdPartyNotices(projectRoot(), ["tests/fixtures/node_modules/unlicensed/index.js"]));
});
