import { useSpeech, useWords } from "../../components/speech.tsx";
import { STATE_FILTERS, type StateFilter } from "./room_filter.ts";
import type { RoomCounts, RoomStore } from "./room_store.ts";
import type { RoomView } from "./room_view.ts";

/** Of what is shown also where there is nobody: a proctor looks for it. */
const ALWAYS: readonly StateFilter[] = ["all", "needs_me", "active", "finished", "disconnected"];

/** How many students there are of each kind, in one line. Each count is a filter; pressed again it shows everybody. */
export function StateStrip({ store, view }: { store: RoomStore; view: RoomView }) {
  const counts = store.counts.value;
  const { state: shown } = view.filter.value;
  const { speaker } = useSpeech();
  const words = useWords("room").toolbar;
  return (
    <div
      role="group"
      aria-label={words.state}
      data-state-strip
      class="-mx-1 flex min-w-0 basis-full gap-x-1 overflow-x-auto px-1 py-0.5"
    >
      {STATE_FILTERS.filter((state) => state === shown || ALWAYS.includes(state) || countOf(state, counts) > 0)
        .map((state) => (
          <button
            key={state}
            type="button"
            aria-pressed={state === shown}
            onClick={() => view.show({ state: state === shown ? "all" : state })}
            class="inline-flex min-h-7 shrink-0 items-center gap-1.5 rounded-field px-2 text-dense text-ink-soft hover:bg-sunken hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-ink"
          >
            {words.states[state]}
            <span class="font-semibold tabular-nums text-ink">{speaker.number(countOf(state, counts))}</span>
          </button>
        ))}
    </div>
  );
}

function countOf(state: StateFilter, counts: RoomCounts): number {
  return state === "all" ? counts.total : counts[state];
}
