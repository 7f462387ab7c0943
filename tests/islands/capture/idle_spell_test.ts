import assert from "node:assert/strict";
import fc from "fast-check";
import { IDLE_PIECE_MS, type IdlePiece, IdleSpell } from "../../../islands/capture/idle_spell.ts";
import { MAX_BACKSTEP_MS } from "../../../protocol/limits.ts";

Deno.test("[CA05] a long pause is told in pieces that add up, and ends with the input", () => {
  const spell = new IdleSpell(0);
  assert.deepEqual(spell.settle(IDLE_PIECE_MS), { at: 0, durationMs: 30_000 });
  assert.equal(spell.settle(31_000), null);
  assert.deepEqual(spell.input(32_000), { at: 30_000, durationMs: 2_000 });
  assert.equal(spell.input(33_000), null);
});

Deno.test("[CA05] no piece begins further before what was reported than the event log takes", () => {
  const step = fc.record({
    kind: fc.constantFrom("input", "interrupt", "settle"),
    ms: fc.integer({ min: 0, max: 40_000 }),
  });
  fc.assert(fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
    const spell = new IdleSpell(0);
    let now = 0;
    let reportedAt = 0;
    let total = 0;
    const take = (piece: IdlePiece | null) => {
      if (piece === null) return;
      assert.ok(piece.at >= reportedAt - MAX_BACKSTEP_MS, `${piece.at} before ${reportedAt}`);
      reportedAt = Math.max(reportedAt, piece.at);
      total += piece.durationMs;
    };
    for (const { kind, ms } of steps) {
      now += ms;
      if (kind === "input") take(spell.input(now));
      if (kind === "settle") take(spell.settle(now));
      if (kind === "interrupt") {
        take(spell.interrupt(now));
        reportedAt = now;
      }
    }
    assert.ok(total <= now);
  }));
});
