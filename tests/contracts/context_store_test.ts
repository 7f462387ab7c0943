import assert from "node:assert/strict";
import { Accommodations } from "../../protocol/exam.ts";
import type { ScoringContext } from "../../protocol/log_entry.ts";
import { createStores } from "../../server/store/stores.ts";
import { onEveryStore } from "./open_stores.ts";

const CONTEXT: ScoringContext = {
  scorer_version: "1",
  policy: { muted: [], weights: {} },
  accommodations: Accommodations.parse({}),
  paper_characters: 400,
  cohort: null,
};

onEveryStore("[ST20] a scoring context is read by its id", async ({ kv }) => {
  const { contexts, commit } = createStores(kv);
  await commit(contexts.put("id", CONTEXT).mutations);
  await commit(contexts.put("id", CONTEXT).mutations);
  assert.deepEqual(await contexts.get("id"), CONTEXT);
  assert.equal(await contexts.get("other"), null);
});
