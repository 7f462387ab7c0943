import { useEffect } from "preact/hooks";
import { AlertBox } from "../../components/alert_box.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useExamPhase } from "../use_exam_phase.ts";
import type { RoomData } from "../room/room_data.ts";
import type { RoomSession } from "../room/room_session.ts";
import type { Viewer } from "../../staff/viewer.ts";

interface ExpectedPartProps {
  exam: RoomData["exam"];
  role: Viewer["role"];
  studentId: string | undefined;
  session: RoomSession;
  /** Told which attempt is the student's once there is one. */
  onCome: (attemptId: string) => void;
}

/** Of a student who has not come there is nothing to look at yet: how they get in, and what can be done about it. */
export function ExpectedPart({ exam, role, studentId, session, onCome }: ExpectedPartProps) {
  const words = useWords("drawer").expected;
  const { speaker } = useSpeech();
  const { phase, at } = useExamPhase()(exam);
  useEffect(() =>
    session.store.revision.subscribe(() => {
      for (const { id, student } of session.store.rows.values()) {
        const { student_id, state } = student.peek();
        if (student_id === studentId && studentId !== undefined && state !== "expected") return onCome(id);
      }
    }), [session, studentId]);
  return (
    <div class="flex flex-col gap-3 px-4 py-4 text-sm sm:px-5">
      <AlertBox tone="info" title={words.title}>
        <p>{phase === "open" ? words.open : speaker.say(words[phase], { at })}</p>
      </AlertBox>
      {role !== "proctor" && (
        <p>
          <a class="link" href={`/exams/${encodeURIComponent(exam.exam_id)}/people`}>{words.people}</a>
        </p>
      )}
    </div>
  );
}
