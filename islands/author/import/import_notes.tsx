import type { ImportNote } from "../../../protocol/transfer.ts";
import { Icon } from "../../components/icon.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";

/** What was not understood of a file, one after another, each with its place. */
export function ImportNotes({ notes }: { notes: readonly ImportNote[] }) {
  const { speaker } = useSpeech();
  const words = useWords("importing");
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="import-notes" class="flex flex-col gap-2">
      <h3 id="import-notes" class="text-sm font-semibold">{words.notes}</h3>
      <ul
        tabIndex={0}
        aria-labelledby="import-notes"
        class="max-h-48 divide-y divide-line overflow-y-auto rounded-field border border-line text-sm"
      >
        {notes.map((note, index) => (
          <li key={index} class="flex items-start gap-2 px-3 py-2">
            <span class={`mt-0.5 shrink-0 ${note.level === "error" ? "text-high" : "text-medium"}`}>
              <Icon name={note.level === "error" ? "close" : "alert"} />
            </span>
            <p class="min-w-0 break-words">
              <span class="sr-only">{words[note.level]}</span>{" "}
              {placeOf(note) !== "" && <span class="font-medium tabular-nums">{placeOf(note)}</span>}{" "}
              <bdi>{note.message}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );

  function placeOf({ item, page, line }: ImportNote): string {
    const places = [
      item === undefined ? "" : speaker.say(words.atItem, { n: item }),
      page === undefined ? "" : speaker.say(words.atPage, { n: page }),
      line === undefined ? "" : speaker.say(words.atLine, { n: line }),
    ].filter((place) => place !== "");
    return places.length === 0 ? "" : `${places.join(", ")}:`;
  }
}
