import { Said } from "../../islands/components/said.tsx";
import { useWords } from "../../islands/components/speech.tsx";
import { renderDocument } from "./document.tsx";
import { PublicPage, type PublicPageProps } from "./public_page.tsx";

/** `GET /declined` as HTML: nothing was captured, and whom to ask for another way to sit the exam. */
export function renderDeclined({ manifest, words }: PublicPageProps): string {
  return renderDocument({ title: words.sentences.declined.tab, manifest, words, children: <Declined /> });
}

const LINK_CLASS = "font-medium text-accent underline underline-offset-4";

function Declined() {
  const words = useWords("declined");
  return (
    <PublicPage place="join">
      <div class="flex max-w-2xl flex-col gap-5">
        <h1 class="text-3xl font-semibold">{words.title}</h1>
        <p class="text-lg">{words.lead}</p>
        <p>{words.otherWay}</p>
        <p>
          <Said
            sentence={words.unclear}
            places={{ privacy: <a href="/privacy" class={LINK_CLASS}>{words.privacy}</a> }}
          />
        </p>
        <p>
          <a href="/join" class={LINK_CLASS}>{words.back}</a>
        </p>
      </div>
    </PublicPage>
  );
}
