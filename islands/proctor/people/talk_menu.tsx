import { useEffect, useRef, useState } from "preact/hooks";
import { MAX_NOTE_CHARACTERS } from "../../../protocol/limits.ts";
import { type StaffWord, type StaffWordKind, wordKey } from "../../../protocol/staff_talk.ts";
import { momentText } from "../../../words/times.ts";
import { Button } from "../../components/button.tsx";
import { INPUT_CLASS } from "../../components/field.tsx";
import { Icon } from "../../components/icon.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import type { RoomSession } from "../room/room_session.ts";

interface TalkMenuProps {
  session: RoomSession;
  /** The one who looks at the page. */
  me: string;
}

/** What the exam's staff say to each other: the hand-over that stands, the talk, and a field for more. */
export function TalkMenu({ session, me }: TalkMenuProps) {
  const words = useWords("roomPeople").talk;
  const { speaker } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const { talk } = session;
  const said = talk.words.value.filter(({ text }) => text !== "");
  // The newest, and not how many: of the oldest, others take the place.
  const last = said.at(-1);
  const unread = talk.unread(me);
  const handover = talk.handover.value;
  useEffect(() => talk.restore(), []);
  useEffect(() => {
    if (!isOpen) return;
    talk.read();
    list.current?.lastElementChild?.scrollIntoView({ block: "nearest" });
  }, [isOpen, last && wordKey(last)]);

  return (
    <details
      name="room-menu"
      data-talk
      class="text-dense text-ink-soft"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary class="inline-flex min-h-8 cursor-pointer items-center gap-1 rounded-field px-1.5 hover:bg-sunken hover:text-ink">
        {words.title}
        {/* As wide with a number as without: nothing beside it moves. */}
        <span
          aria-hidden="true"
          class={`inline-flex min-w-5 items-center justify-center rounded-full px-1 text-xs font-semibold tabular-nums ${
            unread === 0 ? "invisible" : "bg-accent text-accent-ink"
          }`}
        >
          {speaker.number(Math.min(99, unread))}
        </span>
        {unread > 0 && <span class="sr-only">{speaker.count(unread, "unreadWords")}</span>}
      </summary>
      <p role="status" class="sr-only">
        {unread > 0 && last !== undefined && speaker.say(words.aloud, { name: last.by, text: last.text })}
      </p>
      <div class="absolute end-0 top-full z-20 mt-1 flex w-96 max-w-[calc(100vw-1.5rem)] flex-col gap-3 rounded-lg border border-line bg-raised p-3 shadow-raised">
        {handover !== null && <Handover {...{ session, handover }} />}
        {said.length === 0 ? <p>{words.none}</p> : (
          <ul
            ref={list}
            tabIndex={0}
            aria-label={words.title}
            class="flex max-h-64 flex-col gap-2 overflow-y-auto overscroll-contain rounded-field"
          >
            {said.map((word) => <Said key={wordKey(word)} word={word} />)}
          </ul>
        )}
        <SayForm session={session} />
      </div>
    </details>
  );
}

/** The hand-over that stands above the room's talk, until another one takes its place or somebody takes it away. */
function Handover({ session, handover: { by, at, text } }: { session: RoomSession; handover: StaffWord }) {
  const words = useWords("roomPeople").talk;
  const { speaker } = useSpeech();
  return (
    <div class="flex items-start gap-2 rounded-field bg-medium-soft p-2 text-ink" data-handover>
      <div class="min-w-0 flex-1">
        <p class="text-xs font-semibold">
          {speaker.say(words.handoverOf, { name: by, at: momentText(speaker, at) })}
        </p>
        <p dir="auto" class="max-h-32 overflow-y-auto whitespace-pre-wrap wrap-anywhere">{text}</p>
      </div>
      <button
        type="button"
        class="-m-1 rounded-field p-1.5 hover:bg-sunken disabled:opacity-50"
        aria-label={words.takeAway}
        disabled={!session.isOnline}
        onClick={() => void session.say("handover", "")}
      >
        <Icon name="close" class="size-3.5" />
      </button>
    </div>
  );
}

function Said({ word: { by, at, kind, text } }: { word: StaffWord }) {
  const words = useWords("roomPeople").talk;
  const { speaker } = useSpeech();
  return (
    <li>
      <p class="text-xs">
        <bdi translate={false} class="font-semibold text-ink">{by}</bdi>
        {` · ${momentText(speaker, at)}`}
        {kind === "handover" && ` · ${words.handover}`}
      </p>
      <p dir="auto" class="whitespace-pre-wrap text-ink wrap-anywhere">{text}</p>
    </li>
  );
}

function SayForm({ session }: { session: RoomSession }) {
  const words = useWords("roomPeople").talk;
  const { notAnswered } = useWords("actions");
  const [text, setText] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");

  async function say(kind: StaffWordKind) {
    if (text.trim() === "" || isBusy) return;
    setBusy(true);
    const outcome = await session.say(kind, text.trim());
    setBusy(false);
    setProblem(outcome.ok ? "" : outcome.message ?? notAnswered);
    if (outcome.ok) setText("");
  }

  return (
    <form
      class="flex flex-col gap-1.5 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        void say("talk");
      }}
    >
      <label for="staff-word">{words.label}</label>
      <textarea
        id="staff-word"
        rows={2}
        dir="auto"
        maxLength={MAX_NOTE_CHARACTERS}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          void say("talk");
        }}
        class={`${INPUT_CLASS} min-w-0`}
      />
      <span class="flex flex-wrap gap-2">
        <Button type="submit" size="small" busy={isBusy} disabled={!session.isOnline || text.trim() === ""}>
          {words.send}
        </Button>
        <Button size="small" disabled={!session.isOnline || text.trim() === ""} onClick={() => void say("handover")}>
          {words.asHandover}
        </Button>
      </span>
      <p role="status" class={problem === "" ? "sr-only" : "text-high"}>{problem}</p>
      <p class="text-xs">{words.kept}</p>
    </form>
  );
}
