import { useSpeech, useWords } from "../../components/speech.tsx";
import type { RoomView } from "../room/room_view.ts";

interface ChooseBoxProps {
  name: string;
  isChosen: boolean;
  isTabStop: boolean;
  /** @param isRange With Shift: everybody from the one before as well. @returns Whether they are chosen now. */
  onChoose: (isRange: boolean) => boolean;
}

/** Chooses a student in the list, or lets go of them. */
export function ChooseBox({ name, isChosen, isTabStop, onChoose }: ChooseBoxProps) {
  const { speaker } = useSpeech();
  const words = useWords("many");
  return (
    // What is pressed is larger than what is seen, and opens no drawer.
    <label class="-m-2 flex cursor-pointer p-2" onClick={(event) => event.stopPropagation()}>
      <input
        type="checkbox"
        class="size-4"
        aria-label={speaker.say(words.choose, { name })}
        tabIndex={isTabStop ? 0 : -1}
        checked={isChosen}
        onClick={(event) => {
          // The browser has turned it already, also where nothing changes.
          event.currentTarget.checked = onChoose(event.shiftKey);
        }}
      />
    </label>
  );
}

/** Chooses everybody who is shown, or nobody. */
export function ChooseShown({ view, hasWords = false }: { view: RoomView; hasWords?: boolean }) {
  const words = useWords("many");
  const chosen = view.selection.chosen.value;
  view.order.value;
  const choosable = view.choosable();
  const n = choosable.filter((id) => chosen.has(id)).length;
  return (
    <label class="inline-flex min-h-8 cursor-pointer items-center gap-1.5 text-dense">
      <input
        type="checkbox"
        class="size-4"
        aria-label={hasWords ? undefined : words.chooseShown}
        checked={n > 0 && n === choosable.length}
        indeterminate={n > 0 && n < choosable.length}
        disabled={choosable.length === 0}
        onChange={() => view.chooseShown()}
      />
      {hasWords && words.chooseShown}
    </label>
  );
}
