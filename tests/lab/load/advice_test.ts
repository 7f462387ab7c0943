import assert from "node:assert/strict";
import { adviceOn, tooFewDescriptors } from "../../../lab/load/advice.ts";
import { JoinRefused } from "../../../lab/load/join_students.ts";
import { OpeningFailed } from "../../../lab/load/open_students.ts";

const ASKED = { url: "http://127.0.0.1:8000", code: "MATHS", students: 5_000 };

Deno.test("adviceOn() names the setting that stands in a load's way", () => {
  const full = new JoinRefused(429, "rate_limited", "Too many requests from this address.", 2_000);
  assert.match(adviceOn(full, ASKED) ?? "", /After 2000 of 5000 .* INVIGIL_JOINS_PER_MINUTE=5000 or more/);
  const refused = new OpeningFailed({ kind: "refused", status: 429, words: "no" }, 3_000, 5_000);
  assert.match(adviceOn(refused, ASKED) ?? "", /3000 were there when .* INVIGIL_SOCKETS_PER_ADDRESS=5000 or more/);
  const closed = new OpeningFailed({ kind: "closed", code: 4429, reason: "rate_limited" }, 3_000, 5_000);
  assert.match(adviceOn(closed, ASKED) ?? "", /INVIGIL_SOCKETS_PER_ADDRESS/);
  assert.match(adviceOn(new OpeningFailed({ kind: "broken" }, 900, 5_000), ASKED) ?? "", /ulimit -n/);
});

Deno.test("adviceOn() says that there is no such exam, passes on other words of the server, and keeps from faults of ours", () => {
  const unknown = new JoinRefused(404, "unknown_exam", "There is no exam with this code.", 0);
  assert.equal(adviceOn(unknown, ASKED), 'There is no exam with the code "MATHS" at http://127.0.0.1:8000.');
  const closed = new JoinRefused(403, "exam_closed", "The exam is over.", 0);
  assert.match(adviceOn(closed, ASKED) ?? "", /403 The exam is over/);
  assert.match(adviceOn(new OpeningFailed(null, 0, 9), ASKED) ?? "", /0 were there when nobody was welcomed for 60 s/);
  assert.equal(adviceOn(new TypeError("undefined is not a function"), ASKED), null);
});

Deno.test("tooFewDescriptors() says how many a run needs", () => {
  const limits = "Limit                     Soft Limit           Hard Limit           Units\n" +
    "Max open files            1024                 524288               files\n";
  assert.equal(tooFewDescriptors(limits, 924), null);
  assert.match(tooFewDescriptors(limits, 925) ?? "", /1024 files and sockets, and 925 .*ulimit -n 1025/);
  assert.equal(tooFewDescriptors(null, 25_000), null);
});
