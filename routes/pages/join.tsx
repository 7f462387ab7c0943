import type { Sentences } from "../../words/words.ts";
import { Said } from "../../islands/components/said.tsx";
import { useWords } from "../../islands/components/speech.tsx";
import { CodeForm } from "../../islands/student/code_form.tsx";
import { renderDocument } from "./document.tsx";
import { NoScript, PublicPage, type PublicPageProps } from "./public_page.tsx";

interface JoinPageProps extends PublicPageProps {
  /** A code that was asked for and opens no exam; it is shown, so that a typing error is seen. */
  code?: string;
  /** Whether it is that of an exam that is closed. A draft's is as unknown as any other. */
  isClosed?: boolean;
}

/** `GET /join` as HTML, and what `/join/CODE` answers (with 404) for a code that opens no exam. */
export function renderJoin({ manifest, words, code, isClosed }: JoinPageProps): string {
  const texts = textsOf(words.sentences.join, code, isClosed);
  return renderDocument({
    title: texts.title,
    manifest,
    words,
    script: "join",
    groups: ["joinForms", "refused"],
    data: {},
    children: <Join code={code} isClosed={isClosed} />,
  });
}

function textsOf(join: Sentences["join"], code?: string, isClosed = false) {
  if (code === undefined) return { title: join.title, text: join.lead };
  return isClosed ? { title: join.closedTitle, text: join.closed } : { title: join.unknownTitle, text: join.unknown };
}

function Join({ code, isClosed }: { code?: string; isClosed?: boolean }) {
  const { title, text } = textsOf(useWords("join"), code, isClosed);
  return (
    <PublicPage place="join">
      <div class="flex max-w-md flex-col gap-6">
        <div class="flex flex-col gap-2">
          <h1 class="text-3xl font-semibold">{title}</h1>
          {code === undefined ? <p class="text-lg text-ink-soft">{text}</p> : (
            <p>
              <Said
                sentence={text}
                places={{ code: <strong dir="auto" class="wrap-anywhere">{code}</strong> }}
              />
            </p>
          )}
        </div>
        <div id="join-form">
          <CodeForm />
        </div>
        <NoScript />
      </div>
    </PublicPage>
  );
}
