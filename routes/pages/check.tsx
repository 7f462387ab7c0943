import { useWords } from "../../islands/components/speech.tsx";
import { CheckPage } from "../../islands/student/check/check_page.tsx";
import { Practice } from "../../islands/student/check/practice.ts";
import { renderDocument } from "./document.tsx";
import { PublicPage, type PublicPageProps, PublicTool } from "./public_page.tsx";

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
    <PublicPage place="join">
      <PublicTool id="check" title={words.title} lead={words.lead}>
        <CheckPage practice={new Practice()} />
      </PublicTool>
      <p class="pt-8">
        <a href="/join" class="font-medium text-accent underline underline-offset-4">{words.back}</a>
      </p>
    </PublicPage>
  );
}
