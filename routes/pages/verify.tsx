import { useWords } from "../../islands/components/speech.tsx";
import { VerifyPage } from "../../islands/evidence/verify_page.tsx";
import { renderDocument } from "./document.tsx";
import { PublicPage, type PublicPageProps, PublicTool } from "./public_page.tsx";

/** `GET /verify` as HTML: checks a file of evidence in the browser of whoever holds it. It keeps and sends nothing. */
export function renderVerify({ manifest, words, origin }: PublicPageProps): string {
  return renderDocument({
    title: words.sentences.verify.title,
    description: words.sentences.verify.lead,
    manifest,
    words,
    origin,
    script: "verify",
    groups: ["contributions", "drawer", "featureTitles", "replay", "signals", "verify"],
    children: <Verify />,
  });
}

function Verify() {
  const words = useWords("verify");
  return (
    <PublicPage place="verify">
      <PublicTool id="verify" title={words.title} lead={words.lead} noScript={words.noScript}>
        <VerifyPage />
      </PublicTool>
    </PublicPage>
  );
}
