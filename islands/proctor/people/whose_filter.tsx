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
}

/** Shows one's own students, or those that nobody has taken. Not there where one is alone and has taken nobody. */
export function WhoseFilter({ store, view, me }: WhoseFilterProps) {
  const words = useWords("roomPeople").whose;
  const isAsked = useComputed(() => {
    if (store.people.value.length > 1 || view.filter.value.whose.kind !== "anybody") return true;
    return store.revision.value >= 0 && [...store.rows.values()].some(({ student }) => student.peek().taken_by);
  }).value;
  if (!isAsked) return null;
  const choices: Record<Whose["kind"], Whose> = {
    anybody: ANYBODYS,
    mine: { kind: "mine", me },
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
        {KINDS.map((kind) => <option key={kind} value={kind}>{words[kind]}</option>)}
      </select>
    </label>
  );
}

const KINDS = ["anybody", "mine", "nobody"] as const;
