import { ErrorBody } from "../../protocol/errors.ts";
import { StartExamAnswer } from "../../protocol/start_exam.ts";

/** Calls under way at once. */
const AT_ONCE = 32;

/** A join that the server refused. */
export class JoinRefused extends Error {
  override name = "JoinRefused";

  /**
   * @param code One of `protocol/errors.ts`; null where it was not our server that answered.
   * @param joined How many had joined before.
   */
  constructor(readonly status: number, readonly code: string | null, words: string, readonly joined: number) {
    super(`Cannot join: ${status} ${words}`);
  }
}

/**
 * Joins many students by code, some at a time.
 *
 * @throws {JoinRefused} (rejects) With the server's words at the first refusal, once nobody is under way any more.
 */
export async function joinStudents(url: string, code: string, count: number): Promise<StartExamAnswer[]> {
  const joined: StartExamAnswer[] = [];
  const refusals: Response[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < count && refusals.length === 0) {
      const answer = await fetch(new URL("/start_exam", url), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ code, student: { name: `Load ${next++} (simulated)` } }),
      });
      if (answer.status === 201) joined.push(StartExamAnswer.parse(await answer.json()));
      else refusals.push(answer);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, work));
  const [refusal, ...others] = refusals;
  for (const other of others) await other.body?.cancel();
  if (refusal !== undefined) throw refused(refusal.status, await refusal.text(), joined.length);
  return joined;
}

function refused(status: number, text: string, joined: number): JoinRefused {
  try {
    const { error } = ErrorBody.parse(JSON.parse(text));
    return new JoinRefused(status, error.code, error.message, joined);
  } catch {
    return new JoinRefused(status, null, text.slice(0, 200), joined);
  }
}
