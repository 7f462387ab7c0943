import { useWords } from "../../islands/components/speech.tsx";
import { CheckPage } from "../../islands/student/check/check_page.tsx";
import { Practice } from "../../islands/student/check/practice.ts";
import { renderDocument } from "./document.tsx";
import { NoScript, PublicPage, type PublicPageProps } from "./public_page.tsx";

/** `GET /check` as HTML: tries a device before an exam, and shows what would be recorded. It keeps and sends nothing. */
export function renderCheck({ manifest, words }: PublicPageProps): string {
  return renderDocument({
    title: words.sentences.check.tab,
    manifest,
    words,
    script: "check",
    groups: ["check", "exam"],
    children: <Check />,
  });
}

function Check() {
  const words = useWords("check");
  return (
    <PublicPage>
      <div class="flex flex-col gap-8">
        <header class="flex max-w-3xl flex-col gap-3">
          <h1 class="text-3xl font-semibold">{words.title}</h1>
          <p class="text-lg text-ink-soft">{words.lead}</p>
        </header>
        <NoScript />
        <div id="check">
          <CheckPage practice={new Practice()} />
        </div>
        <p>
          <a href="/join" class="font-medium text-accent underline underline-offset-4">{words.back}</a>
        </p>
      </div>
    </PublicPage>
  );
}
