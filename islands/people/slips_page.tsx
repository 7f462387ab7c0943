import { useEffect, useState } from "preact/hooks";
import type { RosterToken } from "../../protocol/roster.ts";
import { momentWithZone } from "../../words/times.ts";
import { Button } from "../components/button.tsx";
import { OwnComputerNote } from "../staff/own_computer.tsx";
import { PageFrame } from "../components/page_frame.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { forgetMadeLinks, madeLinks, personalLink } from "./made_links.ts";
import type { PeopleData } from "./people_data.ts";
import { QrCode } from "../components/qr_code.tsx";

/** Slips with the personal links that were just made in this tab: to print, and to cut along the dashed lines. */
export function SlipsPage({ exam }: PeopleData) {
  const [links, setLinks] = useState<RosterToken[] | null>(null);
  const { speaker } = useSpeech();
  const words = useWords("slips");
  const { loading } = useWords("calls");
  const back = `/exams/${exam.exam_id}/people`;

  useEffect(() => setLinks(madeLinks(exam.exam_id)), []);

  if (links === null) return <PageFrame title={words.title} lead={loading}>{null}</PageFrame>;
  if (links.length === 0) {
    return (
      <PageFrame title={words.noneTitle} lead={words.noneLead}>
        <p>
          <a href={back} class="font-medium text-accent underline underline-offset-4">{words.back}</a>
        </p>
      </PageFrame>
    );
  }
  return (
    <div class="mx-auto w-full max-w-5xl px-4 py-8 sm:px-6 print:max-w-none print:p-0">
      <div class="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3 print:hidden">
        <div class="flex max-w-xl flex-col gap-1">
          <h1 class="text-2xl font-semibold">{words.title}</h1>
          <p class="text-sm text-ink-soft">{speaker.say(words.lead, { n: links.length })}</p>
          <OwnComputerNote />
        </div>
        <div class="flex flex-wrap gap-2">
          <Button look="primary" onClick={() => print()}>{words.print}</Button>
          <Button
            onClick={() => {
              forgetMadeLinks(exam.exam_id);
              location.assign(back);
            }}
          >
            {words.forget}
          </Button>
          <a href={back} class="inline-flex min-h-10 items-center rounded-field px-2 text-sm font-medium text-accent">
            {words.back}
          </a>
        </div>
      </div>
      <ul class="slips grid gap-0 sm:grid-cols-2 print:grid-cols-2">
        {links.map((link) => <Slip key={link.student_id} link={link} exam={exam} />)}
      </ul>
    </div>
  );
}

function Slip({ link, exam }: { link: RosterToken; exam: PeopleData["exam"] }) {
  const { speaker } = useSpeech();
  const words = useWords("slips");
  const url = personalLink(location.origin, exam.code, link.token);
  return (
    <li class="-ms-px -mt-px flex break-inside-avoid flex-col gap-3 border border-dashed border-line-strong bg-raised p-5">
      <div class="flex items-baseline justify-between gap-4">
        <h2 dir="auto" class="text-lg font-semibold wrap-anywhere">{link.name}</h2>
        <span dir="auto" class="shrink-0 text-sm text-ink-soft tabular-nums">{link.number}</span>
      </div>
      <p class="text-sm">
        <bdi class="font-medium">{exam.title}</bdi>
        {link.group && <bdi class="text-ink-soft">{` · ${link.group}`}</bdi>}
        {exam.opens_at && (
          <span class="block text-ink-soft">
            {speaker.say(words.opens, { at: momentWithZone(speaker, Date.parse(exam.opens_at)) })}
          </span>
        )}
      </p>
      <div class="flex items-end justify-between gap-4">
        <div class="flex min-w-0 flex-col gap-1">
          <span class="text-xs text-ink-soft">{words.open}</span>
          <code dir="ltr" class="text-sm wrap-anywhere">
            {personalLink(location.origin, exam.code, "").slice(0, -1)}
          </code>
          <span class="mt-1 text-xs text-ink-soft">{words.enter}</span>
          <code dir="ltr" class="text-base font-semibold tracking-wide wrap-anywhere">{link.token}</code>
        </div>
        <figure class="flex w-28 shrink-0 flex-col gap-1 text-center">
          <div class="rounded-field bg-paper p-1 text-paper-ink">
            <QrCode text={url} />
          </div>
          <figcaption class="text-xs text-ink-soft">{words.scan}</figcaption>
        </figure>
      </div>
    </li>
  );
}
