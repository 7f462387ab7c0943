import { StartExamAnswer } from "../../protocol/rest.ts";

/**
 * Joins an exam by its code, as `POST /start_exam` has it.
 *
 * @param url The server's base address.
 * @throws {Error} With the server's words where it refuses.
 */
export async function joinExam(url: string, code: string, name: string): Promise<StartExamAnswer> {
  const answer = await fetch(`${url}/start_exam`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code, student: { name } }),
  });
  if (answer.status !== 201) throw new Error(`Cannot join ${code}: ${answer.status} ${await answer.text()}`);
  return StartExamAnswer.parse(await answer.json());
}

/**
 * Submits an attempt, as `POST /submit_exam` has it.
 *
 * @throws {Error} With the server's words where it refuses.
 */
export async function submitExam(url: string, token: string): Promise<void> {
  const answer = await fetch(`${url}/submit_exam`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: "{}",
  });
  if (!answer.ok) throw new Error(`Cannot submit: ${answer.status} ${await answer.text()}`);
  await answer.body?.cancel();
}
