import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { CAPTURE_CATALOGUE, CAPTURE_TOPICS, CONSENT_VERSION } from "../../../islands/capture/catalogue.ts";
import { EVENT_SCHEMAS } from "../../../protocol/events.ts";
import { ENGLISH, LANGUAGES } from "../../../words/languages.ts";

const TYPES = EVENT_SCHEMAS.map((schema): string => schema.shape.type.value).sort();

Deno.test("[CA51] every event that the server takes is in the catalogue, and is told in each language with its reason", () => {
  assert.deepEqual(CAPTURE_CATALOGUE.map(({ type }): string => type).sort(), TYPES);
  for (const { language, sentences: { catalogue } } of LANGUAGES) {
    assert.deepEqual(Object.keys(catalogue.events).sort(), TYPES, language.name);
    assert.deepEqual(Object.keys(catalogue.topics).sort(), CAPTURE_TOPICS.toSorted(), language.name);
    for (const { seen, purpose } of Object.values(catalogue.events)) {
      for (const sentence of [seen, purpose]) assert.match(sentence, /\p{L}.*[.。؟]$/u);
    }
  }
});

Deno.test("[CA52] the version of the consent changes with every word of what is consented to", () => {
  const { topics, events, never } = ENGLISH.sentences.catalogue;
  const told = CAPTURE_CATALOGUE.map(({ type, topic }) => {
    const { seen, purpose } = events[type];
    return { type, seen, topic: topics[topic], purpose };
  });
  const hash = createHash("sha256").update(JSON.stringify([told, Object.values(never)])).digest("hex").slice(0, 12);
  // Changed a sentence? Give CONSENT_VERSION the day's date and put both here.
  assert.deepEqual([CONSENT_VERSION, hash], ["2026-11-27", "06ffa6297cc0"]);
});
