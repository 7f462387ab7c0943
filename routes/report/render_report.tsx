import { createHash } from "node:crypto";
import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { Speaking, speechOf } from "../../islands/components/speech.tsx";
import { AttemptReport } from "../../islands/review/report/attempt_report.tsx";
import { ExamReport } from "../../islands/review/report/exam_report.tsx";
import type { AttemptReportData, ExamReportData } from "../../islands/review/report/report_data.ts";
import type { Words } from "../../words/words.ts";
import { reportStyle } from "./report_style.ts";

/** The report of an attempt as one HTML file that needs nothing else. */
export function renderAttemptReport(words: Words, data: AttemptReportData): string {
  const what = speechOf(words).speaker.say(words.sentences.report.attemptOf, {
    name: data.student.name,
    exam: data.exam.title,
  });
  return renderReport(words, what, <AttemptReport data={data} />);
}

/** The report of an exam as one HTML file that needs nothing else. */
export function renderExamReport(words: Words, data: ExamReportData): string {
  return renderReport(words, data.exam.title, <ExamReport data={data} />);
}

/**
 * The policy of a report, in its own head and in the answer that brings it: it shows its own style, and runs, loads, sends and
 * leads nowhere, wherever it is opened.
 */
export function reportPolicy(): string {
  const hash = createHash("sha256").update(reportStyle()).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

function renderReport(words: Words, what: string, children: ComponentChildren): string {
  const { language, sentences } = words;
  const speech = speechOf(words);
  return "<!doctype html>\n" + renderToString(
    <html lang={language.tag} dir={language.direction}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={reportPolicy()} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="referrer" content="no-referrer" />
        <title>{speech.speaker.say(sentences.report.documentTitle, { what })}</title>
        <style dangerouslySetInnerHTML={{ __html: reportStyle() }} />
      </head>
      <body>
        <Speaking speech={speech}>
          <main>{children}</main>
        </Speaking>
      </body>
    </html>,
  ) + "\n";
}
