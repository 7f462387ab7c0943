import { listText } from "../../../words/lists.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import type { RoomSession } from "../room/room_session.ts";
import type { Deed, Deeds } from "./deeds.ts";
import { isFollowed } from "./many_actions.ts";

/** Those who refused that are named; of more, how many. */
const NAMED = 4;

/** One slim line on what was done to several students, whom it could not be done to, and a button that takes it back. */
export function DeedLine({ session, deeds }: { session: RoomSession; deeds: Deeds }) {
  const deed = deeds.last.value;
  // How far it has come is told with each frame.
  session.store.revision.value;
  const fate = deed === null ? null : deeds.fate(deed);
  const { speaker } = useSpeech();
  const words = useWords("many");
  const textOf = useDeedText(session);
  return (
    <div role="status">
      {deed !== null && (
        <div class="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-raised px-3 py-1.5 text-dense sm:px-4">
          <p class="min-w-0 flex-1 basis-60">
            {textOf(deed).map((text, index) => (
              <span key={index} class={index === 0 ? "font-medium" : "text-high"}>
                {index > 0 && " "}
                <bdi>{text}</bdi>
              </span>
            ))}
            {/* It changes often: there to be read, and not said each time. */}
            <span aria-live="off" class="text-ink-soft">
              {fate !== null && isFollowed(deed.kind) && deed.done.length > 0 && (
                <span class="ms-2 whitespace-nowrap tabular-nums">
                  {speaker.say(words.seen, { seen: fate.seen, n: deed.done.length })}
                </span>
              )}
              {fate !== null && fate.queued.length > 0 && (
                <span class="ms-2">{speaker.say(words.queued, { n: fate.queued.length })}</span>
              )}
            </span>
          </p>
          {fate !== null && deed.kind === "message" && fate.queued.length > 0 && (
            <Button
              size="small"
              busy={deeds.isBusy.value}
              disabled={!session.isOnline}
              onClick={() => void deeds.withdraw()}
            >
              {speaker.say(words.withdraw, { n: fate.queued.length })}
            </Button>
          )}
          {deed.undo.length > 0 && (
            <Button
              size="small"
              busy={deeds.isBusy.value}
              disabled={!session.isOnline}
              onClick={() => void deeds.undo()}
            >
              {deed.undo.length === deed.done.length
                ? words.undo
                : speaker.say(words.undoSome, { n: deed.undo.length })}
            </Button>
          )}
          <button
            type="button"
            aria-label={words.dismiss}
            onClick={() => deeds.dismiss()}
            class="inline-flex size-8 items-center justify-center rounded-field text-ink-soft hover:bg-sunken hover:text-ink"
          >
            <Icon name="close" class="size-3.5" />
          </button>
        </div>
      )}
    </div>
  );
}

/** What a deed says: how many it was done to, who refused with the state that they are in, and what went wrong. */
function useDeedText(session: RoomSession): (deed: Deed) => string[] {
  const { speaker } = useSpeech();
  const words = useWords("many");
  const states = useWords("attemptStates");
  const { notAnswered } = useWords("actions");
  const nameOf = (id: string): string => {
    const student = session.store.rows.get(id)?.student.peek();
    if (student === undefined) return words.unknown;
    return speaker.say(words.refusedOne, { name: student.name, state: states[student.state] });
  };
  return ({ kind, done, refused, problem }) => {
    const texts = [speaker.say(words.done[kind], { n: done.length })];
    if (refused.length > 0) {
      const names = refused.slice(0, NAMED).map(({ attempt_id }) => nameOf(attempt_id));
      if (refused.length > NAMED) names.push(speaker.say(words.andMore, { n: refused.length - NAMED }));
      texts.push(speaker.say(words.refused, { n: refused.length, names: listText(speaker.language, names) }));
    }
    if (problem !== undefined) texts.push(problem ?? notAnswered);
    return texts;
  };
}
