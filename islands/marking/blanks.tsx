import { useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { MarkingSession } from "./marking_session.ts";

/** Offers to mark all blank answers to the question at once. Asks first. */
export function Blanks({ session }: { session: MarkingSession }) {
  const [isAsking, setAsking] = useState(false);
  const words = useWords("marking");
  const { speaker } = useSpeech();
  const n = session.blanks.value.length;
  if (n === 0) return null;
  return (
    <>
      <Button class="self-start" busy={session.isBusy.value} onClick={() => setAsking(true)}>
        {speaker.say(words.blanks, { n })}
      </Button>
      {isAsking && (
        <Dialog id="blanks" title={speaker.say(words.blanks, { n })} onClose={() => setAsking(false)}>
          <p>{speaker.say(words.blanksAsk, { n })}</p>
          <div class="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setAsking(false)}>{words.cancel}</Button>
            <Button
              look="primary"
              onClick={() => {
                setAsking(false);
                void session.markBlanks();
              }}
            >
              {words.blanksDo}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
