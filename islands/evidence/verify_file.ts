import { VerifyAnswer, type VerifyTask } from "../../protocol/verify_message.ts";

/** Checks a file of evidence in a worker: it stays in this browser, and holds up no page however long it is. */
export function verifyFile(task: VerifyTask): Promise<VerifyAnswer> {
  const unreadable: VerifyAnswer = { kind: "unreadable", what: "file" };
  return new Promise((resolve) => {
    let worker: Worker;
    try {
      worker = new Worker(new URL("verify_worker.js", import.meta.url), { type: "module" });
    } catch {
      // A browser that lets no worker in.
      return resolve(unreadable);
    }
    const answer = (value: VerifyAnswer) => {
      worker.terminate();
      resolve(value);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      answer(unreadable);
    };
    worker.onmessage = ({ data }) => {
      const parsed = VerifyAnswer.safeParse(data);
      answer(parsed.success ? parsed.data : unreadable);
    };
    worker.postMessage(task);
  });
}
