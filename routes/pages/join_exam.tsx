import type { ComponentChildren } from "preact";
import { CAPTURE_CATALOGUE, CAPTURE_TOPICS, CONSENT_VERSION } from "../../islands/capture/catalogue.ts";
import { useSpeech, useWords } from "../../islands/components/speech.tsx";
import { ConsentForm } from "../../islands/student/consent_form.tsx";
import { OpenAttempts } from "../../islands/student/open_attempts.tsx";
import { withLanguage } from "../../islands/student/content_language.ts";
import type { JoinExamData } from "../../islands/student/join_page_data.ts";
import { durationWords } from "../../islands/student/time_words.ts";
import type { AtHundred, ShowRisk } from "../../protocol/exam.ts";
import { renderDocument } from "./document.tsx";
import { NoScript, PublicPage, type PublicPageProps } from "./public_page.tsx";

interface JoinExamPageProps extends PublicPageProps {
  exam: {
    code: string;
    title: string;
    /** BCP 47 tag of the language that the exam is written in, where it says so. */
    language?: string;
    durationMinutes: number;
    questions: number;
    join: "open" | "roster";
    /** When it opens, ms since 1970, where it has not yet. */
    opensAt?: number;
    atHundred: AtHundred;
    showRisk: ShowRisk;
    retention: { eventsDays: number; reportsDays: number };
    /** Where the server takes late work after the deadline, minutes. */
    graceMinutes: number;
  };
}

/** `GET /join/CODE` as HTML: what the exam is, what is captured and why, and the question whether to agree. */
export function renderJoinExam({ manifest, words, exam }: JoinExamPageProps): string {
  const { code, join, opensAt, language } = exam;
  const data: JoinExamData = {
    ...{ code, join, consentVersion: CONSENT_VERSION },
    ...(opensAt !== undefined && { opensAt }),
    ...(language && { language }),
  };
  return renderDocument({
    title: exam.title,
    manifest,
    words,
    script: "join",
    groups: ["joinForms", "refused"],
    data,
    children: <JoinExam exam={exam} data={data} />,
  });
}

function JoinExam({ exam, data }: { exam: JoinExamPageProps["exam"]; data: JoinExamData }) {
  const words = useWords("consent");
  const { speaker } = useSpeech();
  const facts = { questions: exam.questions, duration: durationWords(exam.durationMinutes, speaker, words.duration) };
  return (
    <PublicPage>
      <article class="flex max-w-3xl flex-col gap-10">
        <header class="flex flex-col gap-3">
          <p class="text-sm font-medium text-ink-soft">{speaker.say(words.code, { code: exam.code })}</p>
          <h1 lang={exam.language} dir="auto" class="w-fit text-3xl font-semibold wrap-anywhere">{exam.title}</h1>
          <p class="text-lg text-ink-soft">{speaker.say(words.lead, facts)}</p>
        </header>
        <div id="join-offer" class="empty:-mt-10">
          <OpenAttempts code={exam.code} />
        </div>
        <Section title={words.captured.title}>
          <p>{words.captured.lead}</p>
          <Captured />
        </Section>
        <Section title={words.never}>
          <ul class="list-disc space-y-1 ps-5">
            {Object.values(useWords("catalogue").never).map((sentence) => <li key={sentence}>{sentence}</li>)}
          </ul>
        </Section>
        <Section title={words.use.title}>
          <Use exam={exam} />
          <p>
            <a
              href={withLanguage("/privacy", exam.language)}
              class="font-medium text-accent underline underline-offset-4"
            >
              {words.privacy}
            </a>
          </p>
        </Section>
        <Section title={exam.join === "roster" ? words.withToken : words.who}>
          <div id="join-form" class="max-w-md">
            <ConsentForm {...data} />
          </div>
          <NoScript />
        </Section>
      </article>
    </PublicPage>
  );
}

/** Every kind of event, by what it is about. */
function Captured() {
  const { topics, events } = useWords("catalogue");
  return (
    <dl class="divide-y divide-line rounded-lg border border-line bg-raised">
      {CAPTURE_TOPICS.map((topic) => (
        <div key={topic} class="grid gap-x-6 gap-y-2 px-4 py-4 sm:grid-cols-[9rem_1fr]">
          <dt class="font-semibold">{topics[topic]}</dt>
          <dd>
            <ul class="flex flex-col gap-3">
              {CAPTURE_CATALOGUE.filter((entry) => entry.topic === topic).map(({ type }) => (
                <li key={type}>
                  {events[type].seen}
                  <span class="block text-ink-soft">{events[type].purpose}</span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What happens with the events, by this exam's policy. */
function Use({ exam }: { exam: JoinExamPageProps["exam"] }) {
  const { use, duration } = useWords("consent");
  const { speaker } = useSpeech();
  const { eventsDays, reportsDays } = exam.retention;
  return (
    <ul class="list-disc space-y-1 ps-5">
      <li>{use.risk[exam.showRisk]}</li>
      <li>{use.person}</li>
      <li>{use.atHundred[exam.atHundred]}</li>
      <li>{speaker.say(use.kept, { events: eventsDays, reports: reportsDays })}</li>
      <li>{use.deadline}</li>
      <li>
        {exam.graceMinutes === 0
          ? use.network
          : speaker.say(use.networkWithGrace, { grace: durationWords(exam.graceMinutes, speaker, duration) })}
      </li>
      <li>{use.accommodations}</li>
    </ul>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="flex flex-col gap-4">
      <h2 class="text-xl font-semibold">{title}</h2>
      {children}
    </section>
  );
}
