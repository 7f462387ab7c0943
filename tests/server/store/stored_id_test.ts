import assert from "node:assert/strict";
import { hashToken, newId, newToken } from "../../../server/auth/tokens.ts";
import { isId } from "../../../server/store/stored_id.ts";

Deno.test("isId() takes what we make and nothing that a key of the store could break on", () => {
  assert.ok([newId(), newToken(), hashToken("x"), crypto.randomUUID()].every(isId));
  assert.ok(["", "x".repeat(65), "a b", "a/b", "é", "\0"].every((text) => !isId(text)));
});
