import { useWords } from "../../islands/components/speech.tsx";
import { DemoPage } from "../../islands/demo/demo_page.tsx";
import { renderDocument } from "./document.tsx";
import { PublicPage, type PublicPageProps, PublicTool } from "./public_page.tsx";

/** `GET /demo` as HTML: a short exam and its proctor's view side by side, in the visitor's own page. It keeps and sends nothing. */
export function renderDemo({ manifest, words, origin }: PublicPageProps): string {
  const { title, lead } = words.sentences.demo;
  return renderDocument({
    title,
    description: lead,
    manifest,
    words,
    origin,
    script: "demo",
    groups: [
      "check",
      "contributions",
      "demo",
      "drawer",
      "exam",
      "featureTitles",
      "features",
      "reasons",
      "replay",
      "signals",
      "technologies",
      "whatIf",
    ],
    children: <Demo />,
  });
}

function Demo() {
  const words = useWords("demo");
  return (
    <PublicPage place="demo">
      <PublicTool id="demo" title={words.title} lead={words.lead} noScript={words.noScript}>
        <DemoPage />
      </PublicTool>
    </PublicPage>
  );
}
