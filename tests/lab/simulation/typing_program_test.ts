import assert from "node:assert/strict";
import { evaluateTypingPrograms, isKept } from "../../../lab/evaluation/typing_programs_protocol.ts";
import { typeByProgram, TYPING_PROGRAMS, type TypingProgram } from "../../../lab/simulation/typing_program.ts";
import type { KeyClass } from "../../../protocol/events.ts";
import type { KeyEvent } from "../../../protocol/scorable_event.ts";
import { createRandom } from "../../../scoring/models/random.ts";
import { sittingOf } from "../../scoring/support/sitting.ts";

const TEXT: KeyClass[] = ["letter", "letter", "space", "letter", "punctuation", "letter"];

Deno.test("[SG169] a program types the same keys in order, at times that only the seed decides", () => {
  for (const program of Object.keys(TYPING_PROGRAMS) as TypingProgram[]) {
    const keys = typeByProgram(program, TEXT, createRandom(3));
    assert.deepEqual(keys.map(({ key }) => key), TEXT);
    assert.ok(keys.every(({ t }, index) => index === 0 || t >= keys[index - 1].t), program);
    assert.deepEqual(typeByProgram(program, TEXT, createRandom(3)), keys);
    assert.notDeepEqual(typeByProgram(program, TEXT, createRandom(4)), keys);
  }
});

Deno.test("[SG169] T6 is of the half of the writers that nothing was chosen on", () => {
  const keys = sittingOf("steady", 5, 12).filter((event): event is KeyEvent => event.type === "keystroke_data");
  const sessions = Array.from({ length: 12 }, (_, index) => ({ data: "test", writer: `w${index}`, keys }));
  const kept = sessions.filter(isKept).length;
  assert.ok(kept > 0 && kept < 12);
  const metrics = evaluateTypingPrograms(
    sessions,
    { task: "T6", data: "test", split: "half", kind: "simulated" },
    1,
  );
  const valueOf = (name: string) => metrics.find(({ metric }) => metric === name)!;
  assert.equal(valueOf("people_fpr").n, kept);
  assert.equal(valueOf("people_fpr").value, 0);
  assert.equal(valueOf("tpr_drivers").value, 1);
  assert.ok(valueOf("tpr_simple").value >= 0.95);
});
