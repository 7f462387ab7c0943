import assert from "node:assert/strict";
import { UploadRoom } from "../../../routes/edge/upload_room.ts";

const BYTES = { kind: "bytes", maxBytes: 10, mayBeEmpty: false } as const;
const student = (attemptId: string) => ({ kind: "student", attemptId, examId: "e" }) as const;

Deno.test("[IT67] files of a hall are taken a few at a time, and so are those of one student", () => {
  const room = new UploadRoom();
  const leave = Array.from({ length: 24 }, (_, index) => room.enter(BYTES, student(`a${index}`), 0));
  assert.throws(() => room.enter(BYTES, student("b"), 0), { code: "rate_limited" });
  room.enter({ kind: "none" }, student("b"), 0);
  leave[0]();
  room.enter(BYTES, student("b"), 0)();
  for (let sent = 1; sent < 24; sent++) room.enter(BYTES, student("b"), 0)();
  assert.throws(() => room.enter(BYTES, student("b"), 0), { code: "rate_limited" });
  room.enter(BYTES, student("b"), 6_000)();
});
