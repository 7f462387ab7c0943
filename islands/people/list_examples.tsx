import { useWords } from "../components/speech.tsx";

/** Lists as they can be brought: a table with headings, and names alone. */
export function ListExamples() {
  const words = useWords("people").examples;
  return (
    <div class="grid gap-3 sm:grid-cols-2">
      {[words.table, words.plain].map(({ title, lines, hint }) => (
        <figure key={title} class="flex min-w-0 flex-col gap-1.5 rounded-field bg-sunken px-3 py-2.5">
          <figcaption class="text-sm font-medium">{title}</figcaption>
          <pre dir="ltr" tabIndex={0} class="overflow-x-auto font-mono text-xs leading-relaxed">{lines}</pre>
          <p class="text-xs text-ink-soft">{hint}</p>
        </figure>
      ))}
    </div>
  );
}
