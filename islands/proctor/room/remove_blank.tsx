import { useState } from "preact/hooks";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { actOnAll } from "./act_on_all.ts";
import type { RoomSession } from "./room_session.ts";
import type { RoomView } from "./room_view.ts";

/** Over the attempts in which nothing was written: removes those that are shown, at once, after a question. */
export function RemoveBlank({ session, view }: { session: RoomSession; view: RoomView }) {
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const [said, setSaid] = useState("");
  const { speaker } = useSpeech();
  const words = useWords("room").blank;
  const actions = useWords("actions");
  const shown = view.order.value.length;

  async function removeAll(attemptIds: readonly string[]) {
    setAsked(null);
    setSaid("");
    const { done, refused, problem } = await actOnAll(session, { type: "remove" }, attemptIds);
    const total = { count: done.length, refused: refused.length };
    if (problem !== undefined) return setSaid(problem ?? actions.notAnswered);
    setSaid(speaker.say(total.refused === 0 ? words.removed : words.removedNotAll, total));
  }

  return (
    <div class="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-raised px-3 py-2 text-dense sm:px-4">
      <p class="min-w-0 flex-1 basis-60 text-ink-soft">{session.isOnline ? words.lead : actions.reconnecting}</p>
      <p role="status" class="font-medium empty:hidden">{said}</p>
      <Button
        size="small"
        disabled={shown === 0 || !session.isOnline}
        onClick={() => setAsked(view.order.peek())}
      >
        {speaker.say(words.removeAll, { n: shown })}
      </Button>
      {asked !== null && (
        <Dialog
          id="remove-blank"
          title={speaker.say(words.ask, { n: asked.length })}
          lead={words.meaning}
          onClose={() => setAsked(null)}
        >
          <div class="flex justify-end gap-2">
            <Button onClick={() => setAsked(null)}>{actions.dialog.cancel}</Button>
            <Button look="danger" disabled={!session.isOnline} onClick={() => void removeAll(asked)}>
              {speaker.say(words.removeAll, { n: asked.length })}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
