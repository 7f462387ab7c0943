import { Icon } from "../../components/icon.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { listText } from "../../../words/lists.ts";
import type { RoomStore } from "../room/room_store.ts";

interface PeopleHereProps {
  store: RoomStore;
  /** The one who looks at the page. */
  me: string;
}

/** Who of the staff is in the room, in one line; on a narrow page how many. */
export function PeopleHere({ store, me }: PeopleHereProps) {
  const { speaker } = useSpeech();
  const words = useWords("roomPeople");
  const others = store.people.value.map(({ name }) => name).filter((name) => name !== me);
  if (store.people.value.length === 0) return null;
  const text = others.length === 0
    ? words.here.alone
    : speaker.say(words.here.names, { names: listText(speaker.language, [words.here.me, ...others]) });
  return (
    <span
      data-people-here
      title={text}
      class="inline-flex min-w-0 items-center gap-1 self-center text-xs text-ink-soft"
    >
      <Icon name="person" class="size-3.5" />
      <span class="max-w-80 truncate max-sm:sr-only" dir="auto" translate={false}>{text}</span>
      <span class="tabular-nums sm:hidden" aria-hidden="true">{speaker.number(others.length + 1)}</span>
    </span>
  );
}
