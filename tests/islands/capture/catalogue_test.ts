import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import {
  CAPTURE_TOPICS,
  captureCatalogue,
  CONSENT_VERSION,
  NEVER_CAPTURED,
} from "../../../islands/capture/catalogue.ts";
import { EVENT_SCHEMAS } from "../../../protocol/events.ts";

Deno.test("[CA51] every event that the server takes is in the catalogue with what is seen and why", () => {
  const catalogue = captureCatalogue();
  assert.deepEqual(
    catalogue.map(({ type }) => type).toSorted(),
    EVENT_SCHEMAS.map((schema) => schema.shape.type.value).toSorted(),
  );
  for (const { seen, purpose, topic } of catalogue) {
    assert.match(seen, /^[A-Z].*\.$/);
    assert.match(purpose, /^[A-Z].*\.$/);
    assert.ok(CAPTURE_TOPICS.includes(topic));
  }
});

Deno.test("[CA52] the version of the consent changes with every word of what is consented to", () => {
  const text = JSON.stringify([captureCatalogue(), NEVER_CAPTURED]);
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 12);
  // Changed a sentence? Give CONSENT_VERSION the day's date and put both here.
  assert.deepEqual([CONSENT_VERSION, hash], ["2025-11-21", "adce1afd9ce4"]);
});
