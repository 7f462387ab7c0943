import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { WATCH_CONSENT_VERSION } from "../../../words/watch_texts.ts";
import { LANGUAGES } from "../../../words/languages.ts";

Deno.test("[EM16] what is agreed to on pages of others has a version that changes with its words", () => {
  const said = LANGUAGES.map(({ sentences: { watch } }) => [watch.consent, watch.bar.person]);
  const hash = createHash("sha256").update(JSON.stringify(said)).digest("hex").slice(0, 12);
  // Changed a sentence? Give WATCH_CONSENT_VERSION the day's date and put both here.
  assert.deepEqual([WATCH_CONSENT_VERSION, hash], ["watch-2026-11-28", "6eea64965188"]);
});
