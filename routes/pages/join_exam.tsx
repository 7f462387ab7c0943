import type { ComponentChildren } from "preact";
import { CAPTURE_TOPICS, captureCatalogue, CONSENT_VERSION, NEVER_CAPTURED } from "../../islands/capture/catalogue.ts";
import { ConsentForm } from "../../islands/student/consent_form.tsx";
import type { JoinExamData } from "../../islands/student/join_page_data.ts";
import { durationWords } from "../../islands/student/time_words.ts";
import type { AtHundred } from "../../protocol/exam.ts";
import type { Manifest } from "../../server/build/manifest.ts";
import { renderDocument } from "./document.tsx";
import { PublicPage } from "./public_page.tsx";

export interface JoinExamPageProps {
  manifest: Manifest;
  exam: {
    code: string;
    title: string;
    durationMinutes: number;
    questions: number;
    join: "open" | "roster";
    atHundred: AtHundred;
    retention: { eventsDays: number; reportsDays: number };
    /** Where the server takes late work after the deadline, minutes. */
    graceMinutes: number;
  };
}

/** `GET /join/CODE` as HTML: what the exam is, what is captured and why, and the question whether to agree. */
export function renderJoinExam({ manifest, exam }: JoinExamPageProps): string {
  const data: JoinExamData = { code: exam.code, join: exam.join, consentVersion: CONSENT_VERSION };
  return renderDocument({
    title: exam.title,
    manifest,
    script: "join",
    data,
    children: <JoinExam exam={exam} data={data} />,
  });
}

const AT_HUNDRED: Record<AtHundred, string> = {
  alert_only: "If the risk reaches 100, proctors are alerted. Your exam goes on.",
  lock_until_released:
    "If the risk reaches 100, your exam is locked until a proctor has looked. The locked time is given back to you.",
  lock_and_submit: "If the risk reaches 100, your exam is locked and submitted as it stands. A person looks at it " +
    "afterwards, before anything is decided.",
};

function JoinExam({ exam, data }: { exam: JoinExamPageProps["exam"]; data: JoinExamData }) {
  return (
    <PublicPage>
      <article class="flex max-w-3xl flex-col gap-10">
        <header class="flex flex-col gap-3">
          <p class="text-sm font-medium text-ink-soft">Exam {exam.code}</p>
          <h1 class="text-3xl font-semibold wrap-anywhere">{exam.title}</h1>
          <p class="text-lg text-ink-soft">
            {exam.questions === 1 ? "1 question" : `${exam.questions} questions`},{" "}
            {durationWords(exam.durationMinutes)}. Your answers are saved as you write.
          </p>
        </header>
        <Section title="What is captured, and why">
          <p>
            There is no camera. Invigil looks at how an exam is taken. Inside an answer, its text is kept letter by
            letter with its time; outside answers, never which key you press. Each entry carries the time since your
            exam began.
          </p>
          <Captured />
        </Section>
        <Section title="What is never captured">
          <ul class="list-disc space-y-1 pl-5">
            {NEVER_CAPTURED.map((sentence) => <li key={sentence}>{sentence}</li>)}
          </ul>
        </Section>
        <Section title="What happens with it">
          <ul class="list-disc space-y-1 pl-5">
            <li>From these events a risk between 0 and 100 is computed, with reasons. You see both as you write.</li>
            <li>A risk is a reason to look, never a verdict. A person decides, and you can ask for the record.</li>
            <li>{AT_HUNDRED[exam.atHundred]}</li>
            <li>
              Events are kept for {days(exam.retention.eventsDays)}, reports for{" "}
              {days(exam.retention.reportsDays)}; longer only while a review is open.
            </li>
            <li>When your time is up, the exam is submitted with what you have written.</li>
            <li>
              Your network may fail: what you write is kept on this device and sent later
              {exam.graceMinutes > 0 && `, up to ${durationWords(exam.graceMinutes)} after the end`}.
            </li>
            <li>
              You use assistive technology or have been granted extra time? Tell your exam office before you start: it
              is taken into account in the risk itself.
            </li>
          </ul>
          <p>
            <a href="/privacy" class="font-medium text-accent underline underline-offset-4">
              All about data protection
            </a>
          </p>
        </Section>
        <Section title={exam.join === "roster" ? "Start with your personal token" : "Who are you?"}>
          <div id="join-form" class="max-w-md">
            <ConsentForm {...data} />
          </div>
          <noscript>
            <p>An exam needs JavaScript: it saves your answers as you write them. Allow it for this page.</p>
          </noscript>
        </Section>
      </article>
    </PublicPage>
  );
}

function Captured() {
  const catalogue = captureCatalogue();
  return (
    <dl class="divide-y divide-line rounded-lg border border-line bg-raised">
      {CAPTURE_TOPICS.map((topic) => (
        <div key={topic} class="grid gap-x-6 gap-y-2 px-4 py-4 sm:grid-cols-[9rem_1fr]">
          <dt class="font-semibold">{topic}</dt>
          <dd>
            <ul class="flex flex-col gap-3">
              {catalogue.filter((entry) => entry.topic === topic).map((entry) => (
                <li key={entry.type}>
                  {entry.seen}
                  <span class="block text-ink-soft">{entry.purpose}</span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
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

function days(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}
