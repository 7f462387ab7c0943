import { useEffect, useMemo, useState } from "preact/hooks";
import { Button } from "../../components/button.tsx";
import { INPUT_CLASS } from "../../components/field.tsx";
import { Icon } from "../../components/icon.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import type { RoomView } from "./room_view.ts";
import { applyView, type Looking, MAX_VIEW_NAME, savedViews, viewNow } from "./saved_views.ts";

/** One's own views of the room: shown by one press, and the one that is looked at now kept under a name. */
export function SavedViewsMenu({ view, looking }: { view: RoomView; looking: Looking }) {
  const words = useWords("room").views;
  const { speaker } = useSpeech();
  const views = useMemo(savedViews, []);
  const [name, setName] = useState("");
  useEffect(() => views.restore(), []);
  const all = views.all.value;

  function keep(event: Event) {
    event.preventDefault();
    if (name.trim() === "") return;
    views.keep(viewNow(view, name.trim()));
    setName("");
  }

  return (
    <details name="room-menu" class="text-dense text-ink-soft">
      <summary class="inline-flex min-h-8 cursor-pointer items-center rounded-field px-1.5 hover:bg-sunken hover:text-ink">
        {words.title}
      </summary>
      <div class="absolute end-0 top-full z-20 mt-1 flex w-72 max-w-[calc(100vw-1.5rem)] flex-col gap-3 rounded-lg border border-line bg-raised p-3 shadow-raised">
        {all.length === 0 ? <p>{words.none}</p> : (
          <ul aria-label={words.title} class="flex flex-col gap-1">
            {all.map((one) => (
              <li key={one.name} class="flex items-center gap-1">
                <button
                  type="button"
                  dir="auto"
                  class="min-h-8 min-w-0 flex-1 truncate rounded-field px-2 text-start font-medium text-ink hover:bg-sunken"
                  onClick={() => applyView(view, one, looking)}
                >
                  {one.name}
                </button>
                <button
                  type="button"
                  class="inline-flex size-8 items-center justify-center rounded-field hover:bg-sunken hover:text-ink"
                  aria-label={speaker.say(words.forget, { name: one.name })}
                  onClick={() => views.forget(one)}
                >
                  <Icon name="close" class="size-3.5" />
                </button>
              </li>
            ))}
          </ul>
        )}
        <form onSubmit={keep} class="flex flex-col gap-1.5 border-t border-line pt-3">
          <label for="view-name">{words.name}</label>
          <span class="flex gap-2">
            <input
              id="view-name"
              dir="auto"
              maxLength={MAX_VIEW_NAME}
              autoComplete="off"
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
              class={`${INPUT_CLASS} min-w-0 flex-1`}
            />
            <Button type="submit" disabled={name.trim() === ""}>{words.keep}</Button>
          </span>
          <p class="text-xs">{words.kept}</p>
        </form>
      </div>
    </details>
  );
}
