import { Icon } from "../../components/icon.tsx";
import { LevelShape } from "../../components/level_badge.tsx";
import { Said } from "../../components/said.tsx";
import type { RoomLevel } from "../../components/shown_level.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { WhoseFilter } from "../people/whose_filter.tsx";
import { CompactToggle } from "./compact_toggle.tsx";
import type { RoomData } from "./room_data.ts";
import type { Looking } from "./saved_views.ts";
import type { RoomFilter } from "./room_filter.ts";
import type { RoomCounts, RoomStore } from "./room_store.ts";
import type { RoomView } from "./room_view.ts";
import { ChooseShown } from "../many/choose_box.tsx";
import { StateStrip } from "./state_strip.tsx";

const LEVELS: readonly RoomLevel[] = ["high", "medium", "low", "insufficient", "uncaptured"];
const LEVEL_COLOURS: Record<RoomLevel, string> = {
  high: "text-high",
  medium: "text-medium",
  low: "text-low",
  insufficient: "text-ink-soft",
  uncaptured: "text-ink-soft",
};

interface RoomToolbarProps {
  store: RoomStore;
  view: RoomView;
  looking: Looking;
  groupStaff: RoomData["group_staff"];
}

/** Counts that are filters, a search, and the hold on the order. */
export function RoomToolbar({ store, view, looking, groupStaff }: RoomToolbarProps) {
  const counts = store.counts.value;
  const filter = view.filter.value;
  const { speaker } = useSpeech();
  const { levels } = useWords("page");
  const words = useWords("room").toolbar;
  return (
    <div class="flex flex-wrap items-center gap-x-2 gap-y-2 border-b border-line bg-surface px-3 py-2 sm:px-4">
      <StateStrip store={store} view={view} />
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
      <GroupFilter store={store} view={view} groupStaff={groupStaff} />
      <WhoseFilter store={store} view={view} {...looking} />
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
      <CompactToggle view={view} />
      <span class="sm:hidden">
        <ChooseShown view={view} hasWords />
      </span>
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
      {/* It takes what is left and no more: its words change while a pointer is in the list, and no row may move by that. */}
      <span
        class={`min-w-0 flex-1 basis-0 truncate text-dense text-ink-soft ${
          view.opened.value === null ? "max-lg:hidden" : "hidden"
        }`}
        aria-hidden="true"
      >
        {view.isTouched.value && !view.isPinned.value ? words.held : <Keys hasLetters={view.letterKeys.isOn.value} />}
      </span>
    </div>
  );
}

/** Shown where the roster has groups, with who looks after each. */
function GroupFilter({ store, view, groupStaff }: Pick<RoomToolbarProps, "store" | "view" | "groupStaff">) {
  const words = useWords("room").toolbar;
  const { speaker } = useSpeech();
  const groups = store.groups.value;
  const { group } = view.filter.value;
  if (groups.length === 0 && group === "") return null;
  return (
    <label class="relative">
      <span class="sr-only">{words.group}</span>
      <select
        value={group}
        onChange={(event) => view.show({ group: event.currentTarget.value })}
        class="min-h-8 max-w-48 rounded-field border border-line bg-raised px-2 text-dense"
      >
        <option value="">{words.allGroups}</option>
        {groups.map((name) => (
          <option key={name} value={name}>
            {Object.hasOwn(groupStaff, name)
              ? speaker.say(words.groupOf, { group: name, names: groupStaff[name].join(", ") })
              : name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Keys({ hasLetters }: { hasLetters: boolean }) {
  const words = useWords("room").toolbar;
  const enter = <Key>{words.enter}</Key>;
  if (!hasLetters) {
    return (
      <Said
        sentence={words.arrowKeys}
        places={{ up: <Key>↑</Key>, down: <Key>↓</Key>, enter, space: <Key>{words.space}</Key> }}
      />
    );
  }
  const places = { j: <Key>j</Key>, k: <Key>k</Key>, enter, x: <Key>x</Key>, slash: <Key>/</Key> };
  return <Said sentence={words.keys} places={places} />;
}

function Key({ children }: { children: string }) {
  return <kbd class="rounded border border-line bg-raised px-1 font-sans text-xs">{children}</kbd>;
}

/** What hardly ever is takes no place where it is not. */
function isOffered(level: RoomLevel, counts: RoomCounts, filter: RoomFilter): boolean {
  return level !== "uncaptured" || counts.uncaptured > 0 || filter.level === level;
}
