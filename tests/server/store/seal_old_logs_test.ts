import assert from "node:assert/strict";
import { SignatureCheck } from "../../../server/evidence/signature_check.ts";
import { Signer } from "../../../server/evidence/signing.ts";
import { sealStatement } from "../../../server/evidence/seal.ts";
import { eraseAttempt } from "../../../server/retention/erase_student.ts";
import { migrate } from "../../../server/store/migrate.ts";
import { sealOldLogs } from "../../../server/store/migrations/seal_old_logs.ts";
import { hallTest } from "../../support/hall.ts";

hallTest("[EV11] each attempt that is there is sealed once, under the one key of the store", async (hall) => {
  await hall.exam();
  const ids: string[] = [];
  for (let index = 0; index < 45; index++) ids.push((await hall.join(`Student ${index}`)).attemptId);
  const gone = await hall.services.attempts.open(ids[0]);
  await hall.end(gone);
  await eraseAttempt(hall.services.attempts, hall.services.audit, ids[0]);
  await hall.kv.delete(["secret", "evidence"]);

  await migrate(hall.kv, { say: () => {}, migrations: [sealOldLogs] });
  const secret = await hall.stores.secrets.ensure("evidence", () => assert.fail("the migration has made the key"));
  const signatures = new SignatureCheck(new Signer(secret).key);
  assert.equal(await hall.stores.seals.get(ids[0]), null);
  for (const id of ids.slice(1)) {
    const seal = await hall.stores.seals.get(id);
    const stored = await hall.stores.attempts.get(id);
    assert.ok(seal !== null && stored !== null);
    assert.deepEqual([seal.n, seal.chain], [stored.head.n, stored.head.chain]);
    assert.ok(signatures.isOf(sealStatement(seal), seal.signature));
  }
});
