import { useState } from "preact/hooks";
import { isOver } from "../../../protocol/exam.ts";
import { Button } from "../../components/button.tsx";
import { Said } from "../../components/said.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { listText } from "../../../words/lists.ts";
import type { RoomRow } from "../room/room_store.ts";
import type { RoomSession } from "../room/room_session.ts";

interface TakenPartProps {
  session: RoomSession;
  row: RoomRow;
  me: string;
}

/** In the drawer: who looks after the student, with what takes them and gives them back. Nothing of who has finished. */
export function TakenPart({ session, row, me }: TakenPartProps) {
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  const words = useWords("roomPeople").taken;
  const { notAnswered } = useWords("actions");
  const { speaker } = useSpeech();
  const student = row.student.value;
  const others = row.lookers.value.filter((name) => name !== me);
  const holder = student.taken_by ?? null;
  if (isOver(student.state)) return null;

  async function ask(question: ReturnType<RoomSession["take"]>) {
    setBusy(true);
    const outcome = await question;
    setBusy(false);
    setProblem(outcome.ok ? "" : outcome.message ?? notAnswered);
  }

  return (
    <div class="flex flex-wrap items-center gap-x-3 gap-y-1 text-dense" data-taken>
      <p class="min-w-0 flex-1 break-words text-ink-soft">
        {holder === null
          ? words.nobody
          : holder === me
          ? words.mine
          : <Said sentence={words.by} places={{ name: <bdi class="font-medium text-ink">{holder}</bdi> }} />}
        {others.length > 0 && " "}
        {others.length > 0 && speaker.say(words.alsoLook, { names: listText(speaker.language, others) })}
      </p>
      <Button
        size="small"
        busy={isBusy}
        disabled={!session.isOnline}
        onClick={() =>
          ask(holder === me ? session.giveBack(student.attempt_id) : session.take(student.attempt_id, holder))}
      >
        {holder === null ? words.take : holder === me ? words.giveBack : words.takeOver}
      </Button>
      <p role="status" class={problem === "" ? "sr-only" : "basis-full text-high"}>{problem}</p>
    </div>
  );
}
