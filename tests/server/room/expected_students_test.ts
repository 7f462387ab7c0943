import assert from "node:assert/strict";
import { ExpectedStudents, type RosterMember } from "../../../server/room/expected_students.ts";
import { roomStudent } from "../../islands/proctor/room/room_student_fixture.ts";

const member = (studentId: string, more: Partial<RosterMember> = {}): RosterMember => ({
  studentId,
  name: `Student ${studentId}`,
  number: null,
  group: null,
  isAccommodated: false,
  earlier: [],
  ...more,
});

const attempt = (id: string, student_id: string, removed = false) => roomStudent(id, { student_id, removed });
const rows = (told: ReturnType<ExpectedStudents["take"]>) => told.map(({ name, removed }) => [name, removed]);

Deno.test("[DK1] a student of the roster is expected until an attempt is there, and again once it is removed", () => {
  const expected = new ExpectedStudents();
  assert.deepEqual(rows(expected.take([member("a"), member("b")])), [["Student a", false], ["Student b", false]]);
  assert.deepEqual(rows(expected.note(attempt("1", "a"))), [["Student a", true]]);
  assert.deepEqual(rows(expected.note(attempt("1", "a"))), [], "a second word of it changes nothing");
  assert.deepEqual(rows(expected.note(attempt("1", "a", true))), [["Student a", false]]);
});

Deno.test("[DK1] who was there before the roster was read is not expected, and for a make-up sitting they are", () => {
  const expected = new ExpectedStudents();
  expected.note(attempt("1", "a"));
  assert.deepEqual(rows(expected.take([member("a")])), []);
  assert.deepEqual(rows(expected.take([member("a", { earlier: ["1"] })])), [["Student a", false]]);
  assert.deepEqual(rows(expected.note(attempt("2", "a"))), [["Student a", true]]);
});

Deno.test("[DK2] lines that went are shown no more, and a changed one as it is now", () => {
  const expected = new ExpectedStudents();
  expected.take([member("a"), member("b")]);
  const told = expected.take([member("b", { name: "Bo", group: "Hall 2" })]);
  assert.deepEqual(rows(told), [["Student a", true], ["Bo", false]]);
  assert.equal(expected.groupOf("b"), "Hall 2");
  assert.equal(expected.groupOf("a"), null);
});
