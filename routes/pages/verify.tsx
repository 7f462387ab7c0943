import { useWords } from "../../islands/components/speech.tsx";
import { VerifyPage } from "../../islands/evidence/verify_page.tsx";
import { renderDocument } from "./document.tsx";
import { NoScript, PublicPage, type PublicPageProps } from "./public_page.tsx";

/** `GET /verify` as HTML: checks a file of evidence in the browser of whoever holds it. It keeps and sends nothing. */
export function renderVerify({ manifest, words }: PublicPageProps): string {
  return renderDocument({
    title: words.sentences.verify.title,
    manifest,
    words,
    script: "verify",
    groups: ["contributions", "drawer", "featureTitles", "replay", "signals", "verify"],
    children: <Verify />,
  });
}

function Verify() {
  const words = useWords("verify");
  return (
    <PublicPage>
      <div class="flex flex-col gap-8">
        <header class="flex max-w-3xl flex-col gap-3">
          <h1 class="text-3xl font-semibold">{words.title}</h1>
          <p class="text-lg text-ink-soft">{words.lead}</p>
        </header>
        <NoScript text={words.noScript} />
        <div id="verify">
          <VerifyPage />
        </div>
      </div>
    </PublicPage>
  );
}
