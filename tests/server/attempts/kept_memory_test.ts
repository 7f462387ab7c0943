import assert from "node:assert/strict";
import { heldBytes } from "../../../lab/memory/held_bytes.ts";
import { HeldAttempt, sitAttempts } from "../../../lab/tasks/memory.ts";

/** The first objects of a class are larger than those after it, until the engine has seen what is put into them; how soon varies by a tenth. */
const WARM_UP = 14;
const ATTEMPTS = 14;

/** Bytes and objects of an attempt after so many minutes, the text of its answers left out. */
async function kept(minutes: number): Promise<{ bytes: number; buffers: number; objects: number }> {
  sitAttempts(WARM_UP, 1);
  const attempts = sitAttempts(ATTEMPTS, minutes);
  const { bytes, bufferBytes, objects } = await heldBytes(HeldAttempt.name);
  const characters = attempts.reduce((sum, attempt) => sum + attempt.characters, 0);
  return {
    bytes: Math.round((bytes - characters) / ATTEMPTS),
    buffers: Math.round(bufferBytes / ATTEMPTS),
    objects: Math.round(objects / ATTEMPTS),
  };
}

Deno.test("[AT43] an attempt that has only begun keeps 18 kB and 280 objects at most", async () => {
  const { bytes, buffers, objects } = await kept(0);
  assert.ok(bytes <= 18_000, `${bytes} bytes`);
  assert.ok(buffers <= 2_000, `${buffers} bytes in buffers`);
  assert.ok(objects <= 280, `${objects} objects`);
});

Deno.test("[AT43] after 45 minutes it keeps 42 kB and 580 objects beside its answers at most", async () => {
  const { bytes, buffers, objects } = await kept(45);
  assert.ok(bytes <= 42_000, `${bytes} bytes`);
  assert.ok(buffers <= 18_000, `${buffers} bytes in buffers`);
  assert.ok(objects <= 580, `${objects} objects`);
});
