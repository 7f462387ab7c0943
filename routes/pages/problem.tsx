import { renderDocument } from "./document.tsx";
import { PublicPage, type PublicPageProps } from "./public_page.tsx";

/** A page that cannot be shown, with the reason in a sentence. */
export function renderProblem({ manifest, words, message }: PublicPageProps & { message: string }): string {
  const { title, toFirstPage } = words.sentences.publicPage.problem;
  return renderDocument({
    title,
    manifest,
    words,
    children: (
      <PublicPage>
        <div class="flex max-w-2xl flex-col gap-5">
          <h1 class="text-3xl font-semibold">{title}</h1>
          <p class="text-lg text-ink-soft">{message}</p>
          <p>
            <a href="/" class="font-medium text-accent underline underline-offset-4">{toFirstPage}</a>
          </p>
        </div>
      </PublicPage>
    ),
  });
}
