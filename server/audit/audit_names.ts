import type { AuditEntry } from "../../protocol/staff.ts";
import type { Stores } from "../store/stores.ts";

type NameStores = Pick<Stores, "attempts" | "exams">;

/**
 * What exams and attempts are called that lines of the audit log are about, by `about`. The log itself holds no name of a student,
 * since nothing is ever removed from it: a name is read where it stands, and is gone with the attempt.
 */
export async function auditNames(
  { attempts, exams }: NameStores,
  entries: readonly Pick<AuditEntry, "about">[],
): Promise<Record<string, string>> {
  const titles = new Map<string, Promise<string | null>>();
  const titleOf = (examId: string) => {
    const title = titles.get(examId) ?? exams.get(examId).then((exam) => exam?.value.document.title ?? null);
    titles.set(examId, title);
    return title;
  };
  const nameOf = async (about: string): Promise<string | null> => {
    const [what, id = ""] = about.split(":");
    if (what === "exam") return await titleOf(id);
    if (what !== "attempt") return null;
    const record = (await attempts.get(id))?.record;
    if (record === undefined) return null;
    const title = await titleOf(record.examId);
    return title === null ? record.student.name : `${record.student.name} · ${title}`;
  };
  const abouts = [...new Set(entries.flatMap(({ about }) => about ?? []))];
  const named = await Promise.all(abouts.map(async (about) => [about, await nameOf(about)] as const));
  return Object.fromEntries(named.flatMap(([about, name]) => name === null ? [] : [[about, name]]));
}
