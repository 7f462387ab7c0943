import { useWords } from "../../components/speech.tsx";
import type { RoomView } from "./room_view.ts";

/** Lower rows, so that more of them are seen at once. A narrow page has cards in their place, and no need of it. */
export function CompactToggle({ view }: { view: RoomView }) {
  const words = useWords("room").toolbar;
  const { isOn } = view.compact;
  return (
    <button
      type="button"
      aria-pressed={isOn.value}
      onClick={() => view.compact.turn(!isOn.peek())}
      title={words.compactMeaning}
      class="inline-flex min-h-8 items-center rounded-field border border-line bg-raised px-2 text-dense hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-soft max-md:hidden"
    >
      {words.compact}
    </button>
  );
}
