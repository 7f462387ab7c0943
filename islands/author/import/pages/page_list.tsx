import { useSpeech, useWords } from "../../../components/speech.tsx";
import type { DrawnPages } from "./use_drawn_pages.ts";

interface PageListProps {
  pages: DrawnPages;
  /** Numbers of the pages that are taken. */
  chosen: ReadonlySet<number>;
  onChange: (chosen: ReadonlySet<number>) => void;
  /** Pages that are not drawn, because they are too many. */
  beyond: number;
}

/** Pages of a PDF without text, each as its picture, to be taken as an essay or left. */
export function PageList({ pages: { drawn, undrawn, left }, chosen, onChange, beyond }: PageListProps) {
  const { speaker } = useSpeech();
  const words = useWords("importing").pages;
  return (
    <fieldset class="flex min-w-0 flex-col gap-2">
      <legend class="mb-1 text-sm font-semibold">{words.title}</legend>
      <p class="text-sm text-ink-soft">{words.lead}</p>
      {drawn.length > 0 && (
        <ul class="grid max-h-[45dvh] grid-cols-2 gap-3 overflow-y-auto sm:grid-cols-3">
          {drawn.map(({ page, file, source }) => (
            <li key={page} class="relative flex flex-col gap-2 rounded-field border border-line p-2 hover:bg-sunken">
              <label class="flex cursor-pointer items-center gap-2 text-sm after:absolute after:inset-0">
                <input
                  type="checkbox"
                  checked={chosen.has(page)}
                  onChange={({ currentTarget }) => {
                    const next = new Set(chosen);
                    if (currentTarget.checked) {
                      next.add(page);
                    } else next.delete(page);
                    onChange(next);
                  }}
                  class="relative z-10 size-4 shrink-0"
                />
                {speaker.say(words.page, { n: page })}
              </label>
              <img
                src={source}
                alt={speaker.say(words.alternative, { n: page, file })}
                class="aspect-[1/1.2] w-full rounded-field border border-line bg-white object-contain"
              />
            </li>
          ))}
        </ul>
      )}
      <p role="status" class="text-sm text-ink-soft">{left > 0 && speaker.say(words.drawing, { n: left })}</p>
      {undrawn.length > 0 && (
        <p class="text-sm text-medium">
          {speaker.say(words.undrawn, { pages: undrawn.toSorted((a, b) => a - b).join(", ") })}
        </p>
      )}
      {beyond > 0 && <p class="text-sm text-medium">{speaker.say(words.beyond, { n: beyond })}</p>}
    </fieldset>
  );
}
