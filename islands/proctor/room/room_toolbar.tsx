import { Icon } from "../../components/icon.tsx";
import { LevelShape } from "../../components/level_badge.tsx";
import { Said } from "../../components/said.tsx";
import type { RoomLevel } from "../../components/shown_level.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { type RoomFilter, STATE_FILTERS, type StateFilter } from "./room_filter.ts";
import type { RoomCounts, RoomStore } from "./room_store.ts";
import type { RoomView } from "./room_view.ts";

const LEVELS: readonly RoomLevel[] = ["high", "medium", "low", "insufficient", "uncaptured"];
const LEVEL_COLOURS: Record<RoomLevel, string> = {
  high: "text-high",
  medium: "text-medium",
  low: "text-low",
  insufficient: "text-ink-soft",
  uncaptured: "text-ink-soft",
};

/** Counts that are filters, a search, and the hold on the order. */
export function RoomToolbar({ store, view }: { store: RoomStore; view: RoomView }) {
  // Counted anew with each frame; a thousand students cost some microseconds.
  store.revision.value;
  const counts = store.counts();
  const filter = view.filter.value;
  const { speaker } = useSpeech();
  const { levels } = useWords("page");
  const words = useWords("room").toolbar;
  return (
    <div class="flex flex-wrap items-center gap-x-2 gap-y-2 border-b border-line bg-surface px-3 py-2 sm:px-4">
      <div role="group" aria-label={words.level} class="flex items-center gap-1">
        {LEVELS.filter((level) => isOffered(level, counts, filter)).map((level) => (
          <button
            key={level}
            type="button"
            aria-pressed={filter.level === level}
            onClick={() => view.show({ level: filter.level === level ? "all" : level })}
            class="inline-flex min-h-8 items-center gap-1.5 rounded-field border border-line bg-raised px-2 text-dense hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-soft"
          >
            <LevelShape level={level} class={`size-2.5 ${LEVEL_COLOURS[level]}`} />
            <span class="max-sm:sr-only">{levels[level]}</span>
            <span class="font-semibold tabular-nums">{speaker.number(counts[level])}</span>
          </button>
        ))}
      </div>
      <label class="relative">
        <span class="sr-only">{words.state}</span>
        <select
          value={filter.state}
          onChange={(event) => view.show({ state: STATE_FILTERS[event.currentTarget.selectedIndex] })}
          class="min-h-8 rounded-field border border-line bg-raised px-2 text-dense"
        >
          {STATE_FILTERS.map((state) => (
            <option key={state} value={state}>
              {state === "flagged"
                ? words.states.flagged
                : speaker.say(words.stateCount, { state: words.states[state], n: countOf(state, counts) })}
            </option>
          ))}
        </select>
      </label>
      <label class="relative min-w-40 flex-1 sm:max-w-72">
        <span class="sr-only">{words.search}</span>
        <span class="pointer-events-none absolute inset-y-0 start-2 flex items-center text-ink-soft">
          <Icon name="search" />
        </span>
        <input
          type="search"
          data-room-search
          value={filter.search}
          onInput={(event) => view.show({ search: event.currentTarget.value })}
          placeholder={words.searchShort}
          class="min-h-8 w-full rounded-field border border-line bg-raised ps-8 pe-2 text-base sm:text-dense"
        />
      </label>
      <button
        type="button"
        aria-pressed={view.isPinned.value}
        onClick={() => view.pin(!view.isPinned.peek())}
        title={words.holdMeaning}
        class="inline-flex min-h-8 items-center gap-1.5 rounded-field border border-line bg-raised px-2 text-dense hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-soft"
      >
        <Icon name="pause" class="size-3.5" />
        {words.hold}
      </button>
      {/* Where there is no mouse there is hardly a keyboard, and little room. */}
      <label
        class="inline-flex min-h-8 items-center gap-1.5 text-dense pointer-coarse:hidden"
        title={words.letterKeysMeaning}
      >
        <input
          type="checkbox"
          class="size-4"
          checked={view.letterKeys.isOn.value}
          onChange={(event) => view.letterKeys.turn(event.currentTarget.checked)}
        />
        {words.letterKeys}
      </label>
      <span
        class={`whitespace-nowrap text-dense text-ink-soft ${view.opened.value === null ? "max-lg:hidden" : "hidden"}`}
        aria-hidden="true"
      >
        {view.isTouched.value && !view.isPinned.value ? words.held : <Keys hasLetters={view.letterKeys.isOn.value} />}
      </span>
    </div>
  );
}

function Keys({ hasLetters }: { hasLetters: boolean }) {
  const words = useWords("room").toolbar;
  const enter = <Key>{words.enter}</Key>;
  if (!hasLetters) {
    return <Said sentence={words.arrowKeys} places={{ up: <Key>↑</Key>, down: <Key>↓</Key>, enter }} />;
  }
  const places = { j: <Key>j</Key>, k: <Key>k</Key>, enter, slash: <Key>/</Key> };
  return <Said sentence={words.keys} places={places} />;
}

function Key({ children }: { children: string }) {
  return <kbd class="rounded border border-line bg-raised px-1 font-sans text-xs">{children}</kbd>;
}

/** What hardly ever is takes no place where it is not. */
function isOffered(level: RoomLevel, counts: RoomCounts, filter: RoomFilter): boolean {
  return level !== "uncaptured" || counts.uncaptured > 0 || filter.level === level;
}

function countOf(state: Exclude<StateFilter, "flagged">, counts: RoomCounts): number {
  return state === "all" ? counts.total : counts[state];
}
