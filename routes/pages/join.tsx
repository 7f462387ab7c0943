import { Said } from "../../islands/components/said.tsx";
import { useWords } from "../../islands/components/speech.tsx";
import { CodeForm } from "../../islands/student/code_form.tsx";
import { renderDocument } from "./document.tsx";
import { NoScript, PublicPage, type PublicPageProps } from "./public_page.tsx";

interface JoinPageProps extends PublicPageProps {
  /** A code that was asked for and opens no exam; it is shown, so that a typing error is seen. */
  unknownCode?: string;
}

/** `GET /join` as HTML, and what `/join/CODE` answers (with 404) for a code that opens no exam. */
export function renderJoin({ manifest, words, unknownCode }: JoinPageProps): string {
  const { join } = words.sentences;
  return renderDocument({
    title: unknownCode === undefined ? join.title : join.unknownTitle,
    manifest,
    words,
    script: "join",
    groups: ["joinForms", "refused"],
    data: {},
    children: <Join unknownCode={unknownCode} />,
  });
}

function Join({ unknownCode }: { unknownCode?: string }) {
  const words = useWords("join");
  return (
    <PublicPage place="join">
      <div class="flex max-w-md flex-col gap-6">
        <div class="flex flex-col gap-2">
          <h1 class="text-3xl font-semibold">{unknownCode === undefined ? words.title : words.unknownTitle}</h1>
          {unknownCode === undefined ? <p class="text-lg text-ink-soft">{words.lead}</p> : (
            <p>
              <Said
                sentence={words.unknown}
                places={{ code: <strong dir="auto" class="wrap-anywhere">{unknownCode}</strong> }}
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
