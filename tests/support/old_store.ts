import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { AttemptState } from "../../protocol/exam.ts";
import { CategoryScores, Contribution, RiskLevel, SignalScores } from "../../protocol/risk.ts";

const FIXTURE = new URL("../fixtures/store_v0/", import.meta.url);

/** What the code of before said of the store: see the fixture's README. */
const Expected = z.strictObject({
  taken_at: z.number(),
  exports: z.record(z.string(), z.record(z.string(), z.number())),
  staff: z.array(z.strictObject({
    username: z.string(),
    role: z.string(),
    is_disabled: z.boolean(),
    exams: z.array(z.string()),
  })),
  pending_invitation: z.string(),
  totp_secret: z.string(),
  sessions: z.strictObject({ admin: z.string(), amina: z.string(), okoye: z.string() }),
  /** The attempt whose events were removed. */
  removed: z.string(),
  attempts: z.array(z.strictObject({
    attempt_id: z.string(),
    name: z.string(),
    accommodations: z.unknown(),
    state: AttemptState,
    n: z.number(),
    chain: z.string(),
    deadline: z.number(),
    report: z.strictObject({
      risk: z.number(),
      level: RiskLevel,
      peak: z.number(),
      t: z.number(),
      contributions: z.array(Contribution),
      signals: SignalScores,
      categories: CategoryScores,
    }),
    answers_sha256: z.string(),
    timeline_points: z.number(),
    flags: z.array(z.string()),
  })),
});
export type Expected = z.infer<typeof Expected>;

/** Puts the store of version 0 into a folder of its own, which the caller removes. */
export async function unpackOldStore(): Promise<{ folder: string; path: string; expected: Expected }> {
  const folder = await Deno.makeTempDir({ prefix: "invigil-old-store-" });
  const path = `${folder}/old.kv`;
  await Deno.writeFile(path, gunzipSync(await Deno.readFile(new URL("store.kv.gz", FIXTURE))));
  const expected = Expected.parse(JSON.parse(await Deno.readTextFile(new URL("expected.json", FIXTURE))));
  return { folder, path, expected };
}
