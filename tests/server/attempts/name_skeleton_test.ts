import assert from "node:assert/strict";
import { foldedName, nameSkeleton } from "../../../server/attempts/name_skeleton.ts";

Deno.test("[RM63] names that look the same have the same skeleton, others have not", () => {
  for (const [a, b] of [["Ali", "АІі"], ["Ali", "AIi"], ["Marnie", "MARNIE"], ["Ａｄａ", "Ada"], ["O'Neil", "0Neil"]]) {
    assert.equal(nameSkeleton(a), nameSkeleton(b), `${a} ${b}`);
  }
  for (const [a, b] of [["Müller", "Muller"], ["Иван", "Роман"], ["محمد", "أحمد"], ["王伟", "王芳"], ["Ada", "Adam"]]) {
    assert.notEqual(nameSkeleton(a), nameSkeleton(b), `${a} ${b}`);
  }
  assert.equal(foldedName("Anna-Lee"), foldedName("anna lee"));
  assert.notEqual(nameSkeleton("🙂"), nameSkeleton("🚀"));
});
