import assert from "node:assert/strict";
import { ProctorToServer } from "../../../protocol/proctor_messages.ts";
import { StudentToServer } from "../../../protocol/student_messages.ts";
import { VerdictWord } from "../../../protocol/verdict_word.ts";
import { unseenIn } from "../../../protocol/unseen_signs.ts";
import { restRoutes } from "../../../routes/api/rest_routes.ts";
import { POLICIES } from "../../../routes/edge/policies.ts";
import { requireValid } from "../../../routes/edge/require_valid.ts";
import { parseMessage } from "../../../routes/ws/socket_message.ts";
import { Refusal } from "../../../server/errors.ts";
import { ENGLISH, wordsOf } from "../../../words/languages.ts";
import { refusalText } from "../../../words/refusal.ts";
import { textsIn, valuesOf } from "../../support/any_body.ts";
import { hallTest } from "../../support/hall.ts";

/** Signs that nobody can see: a zero, a bell, one of the second set of controls, and both halves of a character. */
const UNSEEN = ["\u0000", "\u0007", "\u0098", "\ud83d", "\ude00"];

/** What is taken as it was typed, and nothing else: answers are evidence, and passwords are only compared. */
const AS_TYPED = {
  log_activity: ["events"],
  submit_exam: ["answers"],
  take_late_work: ["batches"],
  features_extract: ["events"],
  create_session: ["password"],
  change_password: ["current", "next"],
  start_totp: ["password"],
  delete_totp: ["password"],
  accept_invitation: ["password"],
};

/** Looks whether a sign gets past a reader anywhere in the values, and gives the number of texts that were tried. */
function walk(values: unknown[], asTyped: readonly string[], read: (value: unknown) => unknown): number {
  let tried = 0;
  for (const value of values) {
    read(value);
    for (const { path, text, put } of textsIn(value)) {
      if (asTyped.includes(path[0])) continue;
      for (const [index, sign] of UNSEEN.entries()) {
        const at = [0, 1, text.length][index % 3];
        const bad = text.slice(0, at) + sign + text.slice(at);
        tried++;
        try {
          // A name is cleaned of such a sign, and needs no refusal.
          assert.equal(unseenIn(read(put(bad))), null, `${path.join(".")} takes ${JSON.stringify(bad)}`);
        } catch (error) {
          assert.ok(error instanceof Refusal, String(error));
          assert.equal(error.code, "invalid");
          if (error.said.values.problem === "unseen_sign") assert.equal(error.path, path.join("."));
        }
      }
    }
  }
  return tried;
}

hallTest("[ED41] no text of a body or a query takes a sign that nobody can see, on any route", async ({ services }) => {
  await Promise.resolve();
  const asTyped: Record<string, readonly string[]> = {};
  for (const { operation, body, query, ...route } of restRoutes(services)) {
    const { kind } = POLICIES[operation].body;
    if (route.asTyped !== undefined) asTyped[operation] = route.asTyped;
    if (query !== undefined) walk(valuesOf(query), [], (value) => requireValid(query, value));
    if (body === undefined || kind !== "json") continue;
    const values = valuesOf(body);
    assert.notEqual(values.length, 0, operation);
    walk(values, route.asTyped ?? [], (value) => requireValid(body, value, ENGLISH, route.asTyped));
  }
  assert.deepEqual(asTyped, AS_TYPED);
});

Deno.test("[ED41] nor does a text of a socket's message", () => {
  const events = ["events"];
  const student = walk(valuesOf(StudentToServer), events, (value) => parseMessage(StudentToServer, toJson(value)));
  const proctor = walk(valuesOf(ProctorToServer), [], (value) => parseMessage(ProctorToServer, toJson(value)));
  assert.ok(student > 30 && proctor > 500, `${student} and ${proctor} were tried`);
});

hallTest(
  "[ED41] the refusal names the field and the sign; line ends of all kinds are taken as line ends",
  ({ services }) => {
    const body = restRoutes(services).find(({ operation }) => operation === "give_verdict")?.body;
    assert.ok(body);
    const verdict = { verdict: VerdictWord.options[0], reasons: [], note: "" };
    const refused = refusalFrom(() => requireValid(body, { ...verdict, note: "Seen\u0000." }));
    assert.equal(refused.path, "note");
    assert.equal(refusalText(refused.said, ENGLISH), "note: has a sign that nobody can see (U+0000): take it out.");
    assert.match(
      refusalText(refused.said, wordsOf(["de"])),
      /note: enthält ein Zeichen, das niemand sehen kann \(U\+0000\)/,
    );
    const read = requireValid(body, { ...verdict, note: "one\vtwo\fthree\x85four\r\n\tfive 😀" });
    assert.deepEqual(read, { ...verdict, note: "one\ntwo\nthree\nfour\r\n\tfive 😀" });
    return Promise.resolve();
  },
);

function refusalFrom(run: () => unknown): Refusal {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof Refusal);
    return error;
  }
  throw new assert.AssertionError({ message: "nothing was refused" });
}

function toJson(value: unknown): string {
  return JSON.stringify(value);
}
