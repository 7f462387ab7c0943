import assert from "node:assert/strict";
import { HELP, helpOf, type StaffScript } from "../../../islands/staff/help.ts";
import { ENTRIES } from "../../../server/build/entries.ts";
import { SHELVES } from "../../../server/docs/shelves.ts";

Deno.test("[DR70] the help of every staff page is a document that is shown, or the contents of all", () => {
  const known = new Set(["/docs", ...SHELVES.flatMap(({ paths }) => paths).map((path) => `/docs/${path}`)]);
  for (const script of Object.keys(HELP) as StaffScript[]) {
    assert.ok(script in ENTRIES, script);
    for (const role of ["proctor", "instructor", "admin"] as const) assert.ok(known.has(helpOf(script, role)), script);
  }
});

Deno.test("[DR70] a proctor's list of exams is explained by how a room is worked", () => {
  assert.equal(helpOf("exams", "proctor"), "/docs/guides/work_a_room");
  assert.equal(helpOf("exams", "instructor"), "/docs/guides/write_an_exam");
});
