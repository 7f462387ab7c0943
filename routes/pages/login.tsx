import { LoginPage } from "../../islands/proctor/login_page.tsx";
import type { Manifest } from "../../server/build/manifest.ts";
import type { Words } from "../../words/words.ts";
import { renderDocument } from "./document.tsx";
import { VisitorHeader } from "./visitor_header.tsx";

interface LoginPageProps {
  manifest: Manifest;
  words: Words;
  /** Path to go on to after signing in, as the query had it. */
  next: string | null;
}

/** `GET /login` as HTML. */
export function renderLogin({ manifest, words, next }: LoginPageProps): string {
  const data = { next: ownPath(next) };
  return renderDocument({
    title: words.sentences.signIn.title,
    manifest,
    script: "login",
    words,
    groups: ["calls", "signIn"],
    data,
    header: <VisitorHeader place="staff" />,
    children: <LoginPage {...data} />,
  });
}

/**
 * A path on this server, or the list of exams for anything else: nobody is led to another site by a link to us.
 *
 * @example
 * assert.equal(ownPath("//evil.example"), "/exams");
 * assert.equal(ownPath("/exams/e1/marking?question=q1"), "/exams/e1/marking?question=q1");
 */
export function ownPath(path: string | null): string {
  return path !== null && /^\/(?![/\\])[\w\-./]*(?:\?[\w\-.=&%]*)?$/.test(path) ? path : "/exams";
}
