import { useComputed } from "@preact/signals";
import { useWords } from "../../components/speech.tsx";
import { ANYBODYS, type Whose } from "../room/room_filter.ts";
import type { RoomStore } from "../room/room_store.ts";
import type { RoomView } from "../room/room_view.ts";

interface WhoseFilterProps {
  store: RoomStore;
  view: RoomView;
  /** The one who looks at the page. */
  me: string;
  /** Groups that they look after; empty for all. */
  myGroups: readonly string[];
}

/** Shows one's own students, those of one's groups, or those that nobody has taken. Not there where there is nothing to choose. */
export function WhoseFilter({ store, view, me, myGroups }: WhoseFilterProps) {
  const words = useWords("roomPeople").whose;
  const isAsked = useComputed(() => {
    if (myGroups.length > 0 || store.people.value.length > 1 || view.filter.value.whose.kind !== "anybody") return true;
    return store.revision.value >= 0 && [...store.rows.values()].some(({ student }) => student.peek().taken_by);
  }).value;
  if (!isAsked) return null;
  const choices: Record<Whose["kind"], Whose> = {
    anybody: ANYBODYS,
    mine: { kind: "mine", me },
    my_groups: { kind: "my_groups", groups: myGroups },
    nobody: { kind: "nobody" },
  };
  return (
    <label class="relative">
      <span class="sr-only">{words.label}</span>
      <select
        value={view.filter.value.whose.kind}
        onChange={(event) => {
          const kind = KINDS.find((one) => one === event.currentTarget.value) ?? "anybody";
          view.show({ whose: choices[kind] });
        }}
        class="min-h-8 max-w-48 rounded-field border border-line bg-raised px-2 text-dense"
      >
        {KINDS.filter((kind) => kind !== "my_groups" || myGroups.length > 0).map((kind) => (
          <option key={kind} value={kind}>{words[kind]}</option>
        ))}
      </select>
    </label>
  );
}

const KINDS = ["anybody", "my_groups", "mine", "nobody"] as const;
