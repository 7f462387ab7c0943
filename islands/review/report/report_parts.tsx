import type { ComponentChildren } from "preact";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { stampText } from "../../../words/zoned_times.ts";
import type { ReportedExam } from "./report_data.ts";

/** Title, subject and when it was made. */
export function ReportTop({ exam, madeAt, subject, lines }: {
  exam: ReportedExam;
  madeAt: number;
  subject: string;
  lines: readonly string[];
}) {
  const words = useWords("report");
  const { speaker } = useSpeech();
  const made = { at: stampText(speaker, madeAt, exam.timeZone), zone: exam.timeZone };
  return (
    <header>
      <p class="kind">{words.title}</p>
      <h1 dir="auto" translate={false}>{subject}</h1>
      <p class="soft">{speaker.say(words.made, made)}</p>
      <p class="lead">{words.lead}</p>
      {lines.map((line) => <p key={line} class="soft">{line}</p>)}
    </header>
  );
}

/** A part with its heading. */
export function ReportPart({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Names with their values. */
export function Facts({ rows }: { rows: readonly (readonly [name: string, value: ComponentChildren])[] }) {
  return (
    <dl class="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A column's heading; `isNumber` puts it at the end. */
export interface ReportColumn {
  label: string;
  isNumber?: boolean;
}

/** A plain table, which scrolls by itself where the screen is narrow. */
export function ReportTable({ label, columns, rows, foot }: {
  label: string;
  columns: readonly ReportColumn[];
  rows: readonly ComponentChildren[][];
  foot?: ComponentChildren[];
}) {
  const look = (index: number) => columns[index].isNumber ? "number" : undefined;
  return (
    <div class="scrolls" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>{columns.map((one, index) => <th key={one.label} scope="col" class={look(index)}>{one.label}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, index) => (
                <td key={index} class={look(index)} data-label={columns[index].label}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              {foot.map((cell, index) => (
                <td key={index} class={look(index)} data-label={columns[index].label}>{cell}</td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

/** What no score can say, on every report. */
export function Limits() {
  const { title, ...limits } = useWords("report").limits;
  return (
    <ReportPart title={title}>
      <ul class="limits">{Object.entries(limits).map(([key, limit]) => <li key={key}>{limit}</li>)}</ul>
    </ReportPart>
  );
}
