import { EXPORT_FORMATS } from "../../../protocol/export_formats.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";

/** An exam's questions, to be taken home as a file of any format. Needs the words of `importing`. */
export function ExportMenu({ examId }: { examId: string }) {
  const { speaker } = useSpeech();
  const words = useWords("importing");
  return (
    <details class="relative w-fit text-sm">
      <summary class="inline-flex min-h-10 cursor-pointer items-center rounded-field border border-line bg-raised px-4 font-medium shadow-button hover:bg-sunken">
        {words.exportAs}
      </summary>
      <ul class="absolute end-0 z-10 mt-1 flex min-w-48 flex-col rounded-field border border-line bg-raised py-1 shadow-raised">
        {EXPORT_FORMATS.map((format) => (
          <li key={format}>
            <a
              href={`/api/exams/${examId}/export?format=${format}`}
              download
              aria-label={speaker.say(words.exportOf, { format: words.formats[format] })}
              class="flex min-h-10 items-center px-3 hover:bg-sunken"
            >
              {words.formats[format]}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
