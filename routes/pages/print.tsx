import { type PrintData, PrintPage } from "../../islands/marking/print_page.tsx";
import { speechOf } from "../../islands/components/speech.tsx";
import type { Manifest } from "../../server/build/manifest.ts";
import type { Words } from "../../words/words.ts";
import { renderDocument } from "./document.tsx";

/** `GET /exams/{exam_id}/results/print` as HTML: a plain page without the staff's header, to be printed. */
export function renderPrint({ manifest, words, exam }: { manifest: Manifest; words: Words } & PrintData): string {
  return renderDocument({
    title: speechOf(words).speaker.say(words.sentences.results.printTitle, { exam: exam.title }),
    manifest,
    words,
    script: "print",
    groups: ["calls", "marking", "result", "results"],
    data: { exam },
    children: <PrintPage exam={exam} />,
  });
}
