import { Icon } from "../../components/icon.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { listText } from "../../../words/lists.ts";
import type { RoomRow } from "../room/room_store.ts";

interface RowPeopleProps {
  row: RoomRow;
  /** The one who looks at the page. */
  me: string;
}

/** On a student's row: who looks after them, and who of the others looks at them now. */
export function RowPeople({ row, me }: RowPeopleProps) {
  const lookers = row.lookers.value.filter((name) => name !== me);
  const takenBy = row.student.value.taken_by ?? null;
  const { notes = 0, said = 0 } = row.student.value;
  const { speaker } = useSpeech();
  const noted = speaker.count(notes, "staffNotes");
  const spoken = speaker.count(said, "ownWords");
  const words = useWords("roomPeople").row;
  const looked = speaker.say(words.looked, { names: listText(speaker.language, lookers) });
  const taken = takenBy === me ? words.mine : speaker.say(words.taken, { name: takenBy ?? "" });
  return (
    <>
      {takenBy !== null && (
        <span
          data-taken-by={takenBy}
          title={taken}
          class={`inline-flex max-w-20 shrink-0 items-center gap-0.5 self-center rounded-field px-1 text-xs ${
            takenBy === me ? "bg-accent-soft font-medium text-accent" : "bg-sunken text-ink-soft"
          }`}
        >
          <Icon name="person" class="size-3" />
          <span aria-hidden="true" class="truncate" dir="auto" translate={false}>
            {takenBy === me ? words.me : takenBy}
          </span>
          <span class="sr-only">{taken}</span>
        </span>
      )}
      {said > 0 && (
        <span data-said={said} title={spoken} class="inline-flex shrink-0 items-center self-center text-accent">
          <Icon name="message" class="size-3.5" />
          <span class="sr-only">{spoken}</span>
        </span>
      )}
      {notes > 0 && (
        <span title={noted} class="inline-flex shrink-0 items-center self-center text-ink-soft">
          <Icon name="note" class="size-3.5" />
          <span class="sr-only">{noted}</span>
        </span>
      )}
      {lookers.length > 0 && (
        <span data-looked-at title={looked} class="inline-flex shrink-0 items-center self-center text-accent">
          <Icon name="eye" class="size-3.5" />
          <span class="sr-only">{looked}</span>
        </span>
      )}
    </>
  );
}
