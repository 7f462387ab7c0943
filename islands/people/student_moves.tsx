import { useState } from "preact/hooks";
import { type RosterLine, RosterToken } from "../../protocol/roster.ts";
import { Button } from "../components/button.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { type CallFailure, callStaff, leaveIfSignedOut } from "../staff/staff_api.ts";

interface StudentMovesProps {
  /** Of the student's calls. */
  path: string;
  student: RosterLine;
  onFailure: (error: CallFailure) => void;
  onChanged: (tokens: readonly RosterToken[] | null) => void;
}

/** What can be done about a student beside what the list says of them. */
export function StudentMoves({ path, student, onFailure, onChanged }: StudentMovesProps) {
  const [isAsking, setAsking] = useState(false);
  const { speaker } = useSpeech();
  const words = useWords("people").student;

  async function make(what: "token" | "sitting") {
    const outcome = await callStaff({ method: "POST", path: `${path}/${what}`, body: {}, answer: RosterToken });
    if (outcome.ok) onChanged([outcome.value]);
    else if (!leaveIfSignedOut(outcome.error)) onFailure(outcome.error);
  }

  async function remove() {
    const outcome = await callStaff({ method: "DELETE", path });
    if (outcome.ok) onChanged(null);
    else if (!leaveIfSignedOut(outcome.error)) onFailure(outcome.error);
  }

  return (
    <section aria-labelledby="student-link" class="flex flex-col items-start gap-3 border-t border-line pt-4">
      <h3 id="student-link" class="text-sm font-semibold">{words.link}</h3>
      <p class="text-sm text-ink-soft">{words.linkLead}</p>
      <div class="flex flex-wrap gap-2">
        <Button onClick={() => make("token")}>{words.newLink}</Button>
        {student.state === "not_come" && !student.earlier && !isAsking && (
          <Button onClick={() => setAsking(true)}>{words.remove}</Button>
        )}
      </div>
      {isAsking && (
        <div role="alert" class="flex flex-wrap items-center gap-2 text-sm">
          <span>{speaker.say(words.removeAsk, { name: student.name })}</span>
          <Button look="danger" onClick={remove}>{words.removeYes}</Button>
          <Button onClick={() => setAsking(false)}>{words.keep}</Button>
        </div>
      )}
      {student.state === "finished" && (
        <>
          <p class="text-sm text-ink-soft">{words.sittingLead}</p>
          <Button onClick={() => make("sitting")}>{words.sitting}</Button>
        </>
      )}
    </section>
  );
}
