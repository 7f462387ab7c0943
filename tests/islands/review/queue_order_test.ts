import assert from "node:assert/strict";
import { neighbours, type QueueView, shownRows } from "../../../islands/review/queue_order.ts";
import type { ReviewRow } from "../../../protocol/review.ts";

const row = (name: string, fields: Partial<ReviewRow> = {}): ReviewRow => ({
  attempt_id: name,
  name,
  number: null,
  peak: 10,
  level: "low",
  flags: 0,
  verdict: null,
  assigned_to: null,
  state: "to_review",
  attempt_state: "submitted",
  proposed_by: null,
  statements: 0,
  ended_at: 1,
  ...fields,
});

const ROWS = [
  row("Ada", { peak: 80, level: "high", state: "second", proposed_by: "bea" }),
  row("Bo", { peak: 10.4, flags: 2 }),
  row("Cy", { peak: 10.2, assigned_to: "bea", state: "in_progress", number: "77" }),
  row("Di", { state: "done", verdict: "satisfactory" }),
  row("Eve", { state: "under_way", attempt_state: "active" }),
];

const VIEW: QueueView = {
  state: "all",
  search: "",
  isMine: false,
  level: "all",
  isFlagged: false,
  by: "peak",
  isDown: true,
};
const shown = (fields: Partial<QueueView>) => shownRows(ROWS, { ...VIEW, ...fields }, "bea").map(({ name }) => name);

Deno.test("[RV74] the queue is filtered by the level of the peak and by open flags", () => {
  assert.deepEqual(shown({ level: "high" }), ["Ada"]);
  assert.deepEqual(shown({ level: "medium" }), []);
  assert.deepEqual(shown({ isFlagged: true }), ["Bo"]);
  assert.deepEqual(shown({ level: "high", isFlagged: true }), []);
});

Deno.test("[RV11] the queue is filtered by state, person and search, and sorted by what its columns show", () => {
  assert.deepEqual(shown({}), ["Ada", "Bo", "Cy", "Di"]);
  assert.deepEqual(shown({ by: "name" }), ["Di", "Cy", "Bo", "Ada"]);
  assert.deepEqual(shown({ state: "to_review" }), ["Bo"]);
  assert.deepEqual(shown({ isMine: true }), ["Cy"]);
  assert.deepEqual(shown({ search: " 7" }), ["Cy"]);
  assert.deepEqual(shown({ by: "state", isDown: false }), ["Ada", "Bo", "Cy", "Di"]);
});

Deno.test("[RV12] what waits next is not what waits for somebody else", () => {
  const waiting = (id: string, viewer: string) => neighbours(ROWS, id, viewer).waiting?.name ?? null;
  assert.equal(waiting("Ada", "bea"), "Bo");
  assert.equal(waiting("Bo", "bea"), "Cy");
  assert.equal(waiting("Bo", "carl"), "Ada");
  assert.equal(waiting("Cy", "bea"), "Bo");
  assert.deepEqual([neighbours(ROWS, "Ada", "bea").previous, neighbours(ROWS, "Di", "bea").next], [null, null]);
});
