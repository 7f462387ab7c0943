import { StartExamAnswer } from "../../protocol/start_exam.ts";

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

/**
 * Hands in a file for a question, as `PUT /api/attempt/files/{question_id}` has it.
 *
 * @throws {Error} With the server's words where it refuses.
 */
export async function handInFile(
  url: string,
  token: string,
  question: string,
  name: string,
  text: string,
): Promise<void> {
  const answer = await fetch(`${url}/api/attempt/files/${question}?name=${encodeURIComponent(name)}`, {
    method: "PUT",
    headers: { authorization: `Bearer ${token}` },
    body: text,
  });
  if (!answer.ok) throw new Error(`Cannot hand in a file: ${answer.status} ${await answer.text()}`);
  await answer.body?.cancel();
}
