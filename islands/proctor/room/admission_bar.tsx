import { Button } from "../../components/button.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import type { Admission } from "./admission.ts";
import { EVERYBODY } from "./room_filter.ts";
import type { RoomSession } from "./room_session.ts";
import type { RoomView } from "./room_view.ts";

/** Over the list while somebody waits to be let in: how many, and all of them at once. */
export function AdmissionBar(
  { session, view, admission }: { session: RoomSession; view: RoomView; admission: Admission },
) {
  // Counted anew with each frame.
  session.store.revision.value;
  const { speaker } = useSpeech();
  const words = useWords("room").admission;
  const { notAnswered } = useWords("actions");
  const { here, away } = admission.waiting();
  const last = admission.last.value;
  const n = here.length + away;
  if (n === 0 && last === null) return null;
  const said = last === null
    ? ""
    : last.problem !== undefined
    ? last.problem ?? notAnswered
    : speaker.say(last.refused === 0 ? words.admitted : words.admittedNotAll, last);
  return (
    <div class="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-accent-soft px-3 py-2 text-dense sm:px-4">
      <div class="min-w-0 flex-1 basis-60">
        {n > 0 && <p data-focus-home tabIndex={-1} class="font-medium">{speaker.say(words.waiting, { n })}</p>}
        {away > 0 && <p class="text-ink-soft">{speaker.say(words.away, { n: away })}</p>}
        <p role="status" class="font-medium empty:hidden">{said}</p>
      </div>
      {n > 0 && (
        <>
          <Button
            size="small"
            onClick={() => view.show({ ...EVERYBODY, state: "waiting" })}
          >
            {words.show}
          </Button>
          <Button
            size="small"
            look="primary"
            busy={admission.isBusy.value}
            disabled={here.length === 0 || !session.isOnline}
            onClick={() => void admission.admit(admission.waiting().here)}
          >
            {speaker.say(words.admitAll, { n: here.length })}
          </Button>
        </>
      )}
    </div>
  );
}
