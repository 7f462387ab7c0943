import { QrCode } from "../../../islands/components/qr_code.tsx";
import { Said } from "../../../islands/components/said.tsx";
import { useSpeech, useWords } from "../../../islands/components/speech.tsx";
import { momentWithZone } from "../../../words/times.ts";
import type { PaperFacts } from "./paper_facts.ts";

/** Characters from which on a title or a code is not as large: the notice is one page. */
const LONG = { title: 50, code: 10 };

/** For the hall's board, to be read from a few steps away: what, when, where to join, and what to do. */
export function HallNotice({ exam, origin }: { exam: PaperFacts; origin: string }) {
  const { speaker } = useSpeech();
  const words = useWords("examPaper").notice;
  const address = `${origin}/join/${encodeURIComponent(exam.code)}`;
  const at = (ms: number) => momentWithZone(speaker, ms, exam.timeZone ?? "UTC");
  const steps = [
    words.open,
    exam.join === "roster" ? words.byLink : words.byCode,
    exam.isByProctor ? words.letIn : words.begin,
    words.trouble,
  ];
  return (
    <article
      aria-labelledby="notice-title"
      class="paper-notice flex flex-col gap-8 rounded-lg border border-line bg-raised p-6 sm:p-10 print:gap-6 print:border-0 print:p-0"
    >
      <header class="flex flex-col gap-2">
        <p class="text-lg">{words.kind}</p>
        <h2
          id="notice-title"
          lang={exam.paper.language}
          dir="auto"
          class={`text-3xl font-semibold wrap-anywhere ${exam.title.length > LONG.title ? "" : "sm:text-5xl"}`}
        >
          {exam.title}
        </h2>
        <p class="text-lg sm:text-xl">
          {exam.opensAt !== undefined && <span class="block">{speaker.say(words.opens, { at: at(exam.opensAt) })}
          </span>}
          {exam.closesAt !== undefined && (
            <span class="block">{speaker.say(words.closes, { at: at(exam.closesAt) })}</span>
          )}
          <span class="block">{speaker.say(words.duration, { minutes: exam.durationMinutes })}</span>
        </p>
      </header>
      <section class="flex flex-col gap-2">
        <p class="text-lg print:text-xl">{words.address}</p>
        <p dir="ltr" class="text-2xl font-semibold wrap-anywhere print:text-3xl">{address}</p>
      </section>
      <div class="flex flex-col items-start gap-8 sm:flex-row sm:items-center sm:justify-between print:flex-row print:items-center">
        <div class="flex min-w-0 flex-col gap-2">
          <p class="text-lg print:text-xl">
            <Said sentence={words.code} places={{ address: <bdi class="wrap-anywhere">{`${origin}/join`}</bdi> }} />
          </p>
          <p
            dir="ltr"
            translate={false}
            class={`font-bold tracking-wider wrap-anywhere ${
              exam.code.length > LONG.code ? "text-4xl" : "text-5xl sm:text-6xl print:text-7xl"
            }`}
          >
            {exam.code}
          </p>
        </div>
        <figure class="flex w-56 max-w-full shrink-0 flex-col gap-1 text-center">
          <div class="rounded-field bg-paper p-1 text-paper-ink">
            <QrCode text={address} />
          </div>
          <figcaption>{words.scan}</figcaption>
        </figure>
      </div>
      <section class="flex flex-col gap-3">
        <h3 class="text-xl font-semibold">{words.steps}</h3>
        <ol class="flex list-decimal flex-col gap-2 ps-7 text-lg print:gap-3">
          {steps.map((step) => <li key={step} class="ps-1">{step}</li>)}
        </ol>
      </section>
    </article>
  );
}
