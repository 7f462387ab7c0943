import { z } from "zod";
import { AttemptFile, AttemptFiles, FilesQuery, PutFileQuery } from "../../protocol/attempt_file.ts";
import { Refusal } from "../../server/errors.ts";
import { namelessFiles } from "../../server/marking/nameless_files.ts";
import type { Services } from "../../server/services.ts";
import { type RestRoute, route } from "../edge/route.ts";

/** A file of somebody else's is saved and never shown: were it shown all the same, it could do nothing. */
const SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** Files that students hand in as answers. */
export function filesRoutes({ attempts, calls, exams, stores }: Services): RestRoute[] {
  /** An attempt's files as they may be named: without their own names where the exam as it is now, or who asks, wants it so. */
  async function filesOf(examId: string, attemptId: string, wantsNameless: boolean): Promise<AttemptFile[]> {
    const files = await stores.attemptFiles.list(attemptId);
    const isAnonymous = (await exams.get(examId))?.document.policy.marking?.anonymous === true;
    return isAnonymous || wantsNameless ? namelessFiles(files) : files;
  }

  const put = route({
    operation: "put_file",
    summary: "Hand in a file for a question of the own attempt; the answer then names it as file_id=name",
    body: z.instanceof(Uint8Array<ArrayBuffer>),
    query: PutFileQuery,
    answer: AttemptFile,
    status: 201,
    async handle({ principal, params, query, body: bytes }) {
      if (principal.kind !== "student") throw new Refusal("unauthorized", "student_token_needed");
      const file = { question: params.question_id, name: query.name, bytes };
      return { body: await calls.takeFile(principal.attemptId, file) };
    },
  });

  const list = route({
    operation: "list_files",
    summary: "Files that a student handed in, those that are not in the answers any more as well",
    query: FilesQuery,
    answer: AttemptFiles,
    async handle({ params, query }) {
      const { attemptId } = await attempts.view(params.attempt_id);
      return { body: { files: await filesOf(params.exam_id, attemptId, query.anonymous) } };
    },
  });

  const get = route({
    operation: "get_file",
    summary: "A file that a student handed in, to be saved",
    query: FilesQuery,
    async handle({ params: { exam_id: examId, attempt_id: attemptId, file_id: fileId }, query }) {
      const file = (await filesOf(examId, attemptId, query.anonymous)).find((one) => one.file_id === fileId);
      if (file === undefined) throw new Refusal("not_found", "no_such_file");
      return {
        headers: { "content-disposition": attachment(file.name), "content-security-policy": SANDBOX },
        file: { content: await stores.attemptFiles.read(attemptId, file), type: file.media_type, isHashed: false },
      };
    },
  });

  return [put, list, get];
}

/** To be saved under a name of any script (RFC 6266). */
function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
