import { Mark, MarkShapes } from "../../../islands/components/mark.tsx";
import { QrCode } from "../../../islands/components/qr_code.tsx";
import { RichPiece, RichText } from "../../../islands/components/rich_text.tsx";
import { Said } from "../../../islands/components/said.tsx";
import { ShownAnswer } from "../../../islands/components/shown_answer.tsx";
import { Speaking, speechOf } from "../../../islands/components/speech.tsx";
import { LevelBadge } from "../../../islands/components/level_badge.tsx";
import { Wordmark } from "../../../islands/components/wordmark.tsx";
import { renderMarkdown } from "../../../server/exams/text/render_markdown.ts";
import { LANGUAGES } from "../../../words/languages.ts";
import type { Sentences } from "../../../words/words.ts";
import { RTL, type Sample } from "./sample.ts";

/** What authors and students wrote, and what is ours in every text. */
export function texts({ join, people, privacy, publicPage }: Sentences): Sample[] {
  const formula = `**${people.title}**: $\\sum_{k=0}^{n} x^k$\n\n- ${people.students}\n- ${people.made.student}`;
  return [
    {
      name: "RichText",
      states: {
        plain: () => <RichText of={{ text: privacy.use.text }} language={undefined} />,
        markdown: () => <RichText of={{ text: formula, html: renderMarkdown(formula, "") }} language="en" />,
        rtl: () => <RichText of={{ text: RTL.text }} language={RTL.lang} />,
      },
    },
    {
      name: "RichPiece",
      states: { rest: () => <RichPiece of={{ text: people.noneTitle }} language={undefined} /> },
    },
    {
      name: "Said",
      states: {
        rest: () => (
          <p>
            <Said sentence={join.unknown} places={{ code: <strong dir="auto">{people.columns.name}</strong> }} />
          </p>
        ),
      },
    },
    {
      name: "ShownAnswer",
      states: {
        text: () => <ShownAnswer type="essay" lines={[privacy.use.text]} />,
        list: () => <ShownAnswer type="ordering" lines={[people.students, people.staff.title]} />,
        code: () => <ShownAnswer type="code" lines={["def mean(values):", "    pass"]} />,
      },
    },
    {
      name: "Speaking",
      states: Object.fromEntries(
        LANGUAGES.map((words) => [words.language.tag, () => (
          <Speaking speech={speechOf(words)}>
            <LevelBadge level="medium" />
          </Speaking>
        )]),
      ),
    },
    {
      name: "QrCode",
      states: {
        rest: () => (
          <div class="size-32 bg-paper p-1 text-paper-ink">
            <QrCode text={publicPage.principle} />
          </div>
        ),
      },
    },
    { name: "Wordmark", states: { rest: () => <Wordmark /> } },
    {
      name: "Mark",
      states: {
        16: () => <Mark class="size-4" />,
        24: () => <Mark />,
        96: () => <Mark class="size-24" />,
      },
    },
    {
      name: "MarkShapes",
      states: {
        ink: () => (
          <svg viewBox="0 0 32 32" class="size-12" aria-hidden="true">
            <MarkShapes ink="currentColor" />
          </svg>
        ),
      },
    },
  ];
}
