import { exportExam } from "../../server/delivery/export_exam.ts";
import { verifyExport } from "../../server/delivery/verify_export.ts";
import { Exams } from "../../server/exams/exams.ts";
import { eventsHash } from "../../server/log/hash.ts";
import { createStores } from "../../server/store/stores.ts";
import { misfitLine } from "../../server/tasks/verify.ts";
import type { Witness } from "./hall.ts";

/** What a store holds after the last crash, held against what was acknowledged. */
export interface Found {
  acknowledged: number;
  stored: number;
  problems: string[];
}

/**
 * Reads a store that no server has open: no acknowledged batch may be missing, none be there twice, chains must fit
 * and every score equal its replay.
 */
export async function checkStore(path: string, witnesses: readonly Witness[]): Promise<Found> {
  const kv = await Deno.openKv(path);
  try {
    const found: Found = { acknowledged: 0, stored: 0, problems: [] };
    const stores = createStores(kv);
    for (const { student, acknowledged, problems } of witnesses) {
      const { attemptId, link } = student;
      found.problems.push(...[...problems, ...link.watch.problems].map((problem) => `${attemptId}: ${problem}`));
      const stored: string[] = [];
      for await (const { entry } of stores.log.read(attemptId)) {
        if (entry.kind !== "batch") continue;
        stored.push(eventsHash(entry.events));
        if (entry.seq !== stored.length) {
          found.problems.push(`${attemptId}: seq ${entry.seq} is number ${stored.length}`);
        }
      }
      found.acknowledged += acknowledged.length;
      found.stored += stored.length;
      const missing = acknowledged.findIndex((hash, index) => stored[index] !== hash);
      if (missing !== -1) found.problems.push(`${attemptId}: acknowledged batch ${missing + 1} is missing or another`);
      if (new Set(stored).size !== stored.length) found.problems.push(`${attemptId}: a batch is stored twice`);
    }
    const exam = await new Exams(stores, () => Date.now()).getByCode("DEMO");
    if (exam === null) throw new Error("The exam is gone");
    const { misfit } = await verifyExport(ReadableStream.from(exportExam(stores, exam, () => Date.now())));
    if (misfit !== null) found.problems.push(misfitLine(misfit));
    return found;
  } finally {
    kv.close();
  }
}
