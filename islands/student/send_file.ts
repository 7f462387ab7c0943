import type { AttemptFile } from "../../protocol/attempt_file.ts";
import { number, object, text } from "../link/reader.ts";
import { failedCall, headersFor, type Outcome, UNREACHABLE } from "./student_call.ts";

const readFile = object<AttemptFile>({
  file_id: text,
  question: text,
  name: text,
  media_type: text,
  bytes: number,
  received_at: number,
});

/** A file that nothing is heard of for this long is given up, in ms: 10 MB over a slow phone take five minutes. */
const SENT_WITHIN_MS = 600_000;

/**
 * Sends a file for a question. The same file may be sent again: the server knows it by its content.
 *
 * @param onProgress Told the share that is sent, in [0, 1]. `fetch` cannot say it.
 */
export function sendFile(
  token: string,
  question: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<Outcome<AttemptFile>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const name = encodeURIComponent(file.name.toWellFormed());
    request.open("PUT", `/api/attempt/files/${encodeURIComponent(question)}?name=${name}`);
    for (const [header, value] of Object.entries(headersFor(token))) request.setRequestHeader(header, value);
    request.timeout = SENT_WITHIN_MS;
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onloadend = async () => {
      if (request.status === 0) return resolve({ ok: false, failure: UNREACHABLE });
      const response = new Response(request.responseText, { status: request.status });
      if (!response.ok) return resolve({ ok: false, failure: await failedCall(response) });
      try {
        resolve({ ok: true, value: readFile(await response.json()) });
      } catch {
        resolve({ ok: false, failure: UNREACHABLE });
      }
    };
    request.send(file);
  });
}
