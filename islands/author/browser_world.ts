import { RenderAnswer } from "../../protocol/media.ts";
import { RevisedExamAnswer } from "../../protocol/revision_impact.ts";
import type { CallFailure } from "../staff/staff_api.ts";
import { callStaff } from "../staff/staff_api.ts";
import { SavedExam } from "./authored_exam.ts";
import type { EditorWorld } from "./editor.ts";
import { unsavedStorage } from "../staff/kept_work.ts";
import { LocalCopy } from "./local_copy.ts";

/** The world of an editor on its page. */
export function browserWorld(examId: string): EditorWorld {
  const path = `/api/exams/${examId}`;
  return {
    async put(body) {
      const outcome = await callStaff({ method: "PUT", path, body, answer: RevisedExamAnswer });
      if (!outcome.ok) return outcome;
      const { affected: _, kept: __, ...saved } = outcome.value;
      return { ok: true, value: saved };
    },
    preview: (body) => callStaff({ method: "PUT", path: `${path}?preview=true`, body, answer: RevisedExamAnswer }),
    render: (body) =>
      callStaff({ method: "POST", path: "/api/render", body: { ...body, exam_id: examId }, answer: RenderAnswer }),
    get: () => callStaff({ method: "GET", path, answer: SavedExam }),
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    now: () => performance.now(),
    random: () => Math.random(),
    copy: new LocalCopy(unsavedStorage, examId),
    isSignedOut: ({ status }: CallFailure) => status === 401,
  };
}
