import { StartExamAnswer } from "../../../protocol/start_exam.ts";

export interface Joined {
  attemptId: string;
  token: string;
  examId: string;
}

/** Calls under way at once. */
const AT_ONCE = 32;

/**
 * Joins many students by code, some at a time.
 *
 * @throws {Error} With the server's words at the first refusal.
 */
export async function joinStudents(url: string, code: string, count: number): Promise<Joined[]> {
  const joined: Joined[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < count) {
      const answer = await fetch(`${url}/start_exam`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ code, student: { name: `Load ${next++} (simulated)` } }),
      });
      if (answer.status !== 201) throw new Error(`Cannot join: ${answer.status} ${await answer.text()}`);
      const { attempt_id, session_token, exam } = StartExamAnswer.parse(await answer.json());
      joined.push({ attemptId: attempt_id, token: session_token, examId: exam.exam_id });
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, work));
  return joined;
}
