import { useSpeech, useWords } from "../../islands/components/speech.tsx";
import { renderDocument } from "./document.tsx";
import { PublicPage, type PublicPageProps } from "./public_page.tsx";

interface WatchPageProps extends PublicPageProps {
  exam: {
    code: string;
    title: string;
    language?: string;
    /** Origin of the pages where it is written; absent where it is written here. */
    watchedOrigin?: string;
  };
  /** The page's own address without anything behind it. */
  address: string;
}

const LINK_CLASS = "font-medium text-accent underline underline-offset-4";

/** `GET /watch/CODE` as HTML: how an exam begins that is written elsewhere. Without a script: the extension reads its address. */
export function renderWatch({ manifest, words, exam, address }: WatchPageProps): string {
  return renderDocument({
    title: exam.title,
    manifest,
    words,
    children: <Watch exam={exam} address={address} />,
  });
}

function Watch({ exam, address }: Pick<WatchPageProps, "exam" | "address">) {
  const words = useWords("watchPage");
  const { code } = useWords("consent");
  const { speaker } = useSpeech();
  const { watchedOrigin } = exam;
  return (
    <PublicPage place="join">
      <article class="flex max-w-2xl flex-col gap-6">
        <header class="flex flex-col gap-3">
          <p class="text-sm font-medium text-ink-soft">{speaker.say(code, { code: exam.code })}</p>
          <h1 lang={exam.language} dir="auto" class="w-fit text-3xl font-semibold wrap-anywhere">{exam.title}</h1>
          <p class="text-lg text-ink-soft">
            {watchedOrigin === undefined ? words.here : speaker.say(words.lead, { host: new URL(watchedOrigin).host })}
          </p>
        </header>
        {watchedOrigin === undefined
          ? (
            <p>
              <a href={`/join/${exam.code}`} class={LINK_CLASS}>{words.join}</a>
            </p>
          )
          : (
            <>
              <h2 class="text-xl font-semibold">{words.steps}</h2>
              <ol class="flex list-decimal flex-col gap-2 ps-6">
                {[words.install, words.press, words.agree].map((step) => <li key={step}>{step}</li>)}
              </ol>
              <p>
                {words.link}
                <code dir="ltr" class="mt-1 block w-fit rounded-field bg-sunken px-2 py-1 text-sm wrap-anywhere">
                  {address}
                </code>
              </p>
              <p class="text-ink-soft">{words.without}</p>
            </>
          )}
      </article>
    </PublicPage>
  );
}
