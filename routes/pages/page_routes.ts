import { Accommodations } from "../../protocol/exam.ts";
import { BankQuery } from "../../protocol/bank.ts";
import { drawnCount } from "../../protocol/pools.ts";
import type { Manifest } from "../../server/build/manifest.ts";
import { newId } from "../../server/auth/tokens.ts";
import { Refusal } from "../../server/errors.ts";
import { searchBank } from "../../server/bank/search_bank.ts";
import { durationMs } from "../../server/exams/exam_time.ts";
import { paperOf } from "../../server/exams/paper.ts";
import type { Exam } from "../../server/store/exam_store.ts";
import { visibleExams } from "../../server/exams/visible_exams.ts";
import type { Services } from "../../server/services.ts";
import { wordsFor } from "../edge/language.ts";
import { requireStaff } from "../edge/require_staff.ts";
import type { Route } from "../edge/route.ts";
import { renderAccount } from "./account.tsx";
import { renderAccounts, renderAudit, renderServer } from "./admin.tsx";
import { renderBank, renderBankItem } from "./bank.tsx";
import { renderCheck } from "./check.tsx";
import { renderDeclined } from "./declined.tsx";
import { examPages } from "./exam_pages.ts";
import { renderDemo } from "./demo.tsx";
import { renderEvidence } from "./evidence.tsx";
import { renderExam } from "./exam.tsx";
import { renderExams } from "./exams.tsx";
import { renderHome } from "./home.tsx";
import { renderInvitation } from "./invitation.tsx";
import { renderJoin } from "./join.tsx";
import { renderJoinExam } from "./join_exam.tsx";
import { renderLogin } from "./login.tsx";
import { renderPrivacy } from "./privacy.tsx";
import { renderWatch } from "./watch.tsx";
import { renderStyle } from "./style/render_style.tsx";
import { renderVerify } from "./verify.tsx";
import { requireViewer } from "./require_viewer.ts";
import { renderResult } from "./result.tsx";

/** The pages. One that needs an account leads a stranger to the login, and back: `routes/edge/refuse.ts`. */
export function pageRoutes(services: Services, manifest: Manifest, root: string): Route[] {
  const { exams, auth } = services;
  return [
    {
      operation: "page_home",
      handle: ({ words, ownOrigin: origin }) => ({ html: renderHome({ manifest, words, origin }) }),
    },
    { operation: "page_join", handle: ({ words }) => ({ html: renderJoin({ manifest, words }) }) },
    {
      operation: "page_join_exam",
      async handle({ params: { code }, request, words }) {
        const exam = await exams.getByCode(code);
        if (exam === null || exam.state !== "published") {
          return {
            status: 404,
            html: renderJoin({ manifest, words, code: code.slice(0, 64), isClosed: exam?.state === "closed" }),
          };
        }
        const examWords = wordsFor(request, exam.document.language);
        return { html: renderJoinExam({ manifest, words: examWords, exam: joinFacts(exam, services.now()) }) };
      },
    },
    {
      operation: "page_watch",
      async handle({ params: { code }, request, words, ownOrigin }) {
        const exam = await exams.getByCode(code);
        if (exam === null || exam.state !== "published") {
          return {
            status: 404,
            html: renderJoin({ manifest, words, code: code.slice(0, 64), isClosed: exam?.state === "closed" }),
          };
        }
        const { title, language, watched_origin: watchedOrigin } = exam.document;
        return {
          html: renderWatch({
            manifest,
            words: wordsFor(request, language),
            exam: { code: exam.document.code, title, language, watchedOrigin },
            address: `${ownOrigin}/watch/${exam.document.code}`,
          }),
        };
      },
    },
    { operation: "page_check", handle: ({ words }) => ({ html: renderCheck({ manifest, words }) }) },
    {
      operation: "page_exam",
      handle({ words }) {
        const styleNonce = newId();
        return { html: renderExam({ manifest, words, styleNonce }), styleNonce };
      },
    },
    { operation: "page_result", handle: ({ words }) => ({ html: renderResult({ manifest, words }) }) },
    { operation: "page_evidence", handle: ({ words }) => ({ html: renderEvidence({ manifest, words }) }) },
    { operation: "page_declined", handle: ({ words }) => ({ html: renderDeclined({ manifest, words }) }) },
    { operation: "page_privacy", handle: ({ words }) => ({ html: renderPrivacy({ manifest, words }) }) },
    {
      operation: "page_demo",
      handle: ({ words, ownOrigin: origin }) => ({ html: renderDemo({ manifest, words, origin }) }),
    },
    {
      operation: "page_verify",
      handle: ({ words, ownOrigin: origin }) => ({ html: renderVerify({ manifest, words, origin }) }),
    },
    {
      operation: "page_style",
      async handle({ words }) {
        if (!services.settings.isStyleShown) throw new Refusal("not_found", "nothing_here");
        const styleNonce = newId();
        return { html: await renderStyle({ manifest, words, root, styleNonce }), styleNonce };
      },
    },
    {
      operation: "page_login",
      handle({ request, words }) {
        return { html: renderLogin({ manifest, words, next: new URL(request.url).searchParams.get("next") }) };
      },
    },
    { operation: "page_invitation", handle: ({ words }) => ({ html: renderInvitation({ manifest, words }) }) },
    {
      operation: "page_exams",
      async handle({ principal, words }) {
        const viewer = requireViewer(principal);
        return { html: renderExams({ manifest, words, viewer, exams: await visibleExams(services, principal) }) };
      },
    },
    ...bankPages(services, manifest),
    ...examPages(services, manifest),
    {
      operation: "page_account",
      async handle({ principal, words }) {
        const account = await auth.staff.get(requireStaff(principal).staffId);
        const totp = account !== null && account.record.totp !== null;
        return { html: renderAccount({ manifest, words, viewer: requireViewer(principal), totp }) };
      },
    },
    {
      operation: "page_admin",
      async handle({ principal, words }) {
        const viewer = requireViewer(principal);
        return { html: renderAccounts({ manifest, words, viewer, exams: await visibleExams(services, principal) }) };
      },
    },
    {
      operation: "page_admin_server",
      handle({ principal, words }) {
        return { html: renderServer({ manifest, words, viewer: requireViewer(principal) }) };
      },
    },
    {
      operation: "page_admin_audit",
      async handle({ principal, words }) {
        const viewer = requireViewer(principal);
        return { html: renderAudit({ manifest, words, viewer, exams: await visibleExams(services, principal) }) };
      },
    },
  ];
}

/** The questions outside exams, and one of them; what is called "new" is not written yet. */
function bankPages({ stores }: Services, manifest: Manifest): Route[] {
  return [
    {
      operation: "page_bank",
      async handle({ principal, words }) {
        const list = await searchBank(stores, requireStaff(principal), BankQuery.parse({}));
        return { html: renderBank({ manifest, words, viewer: requireViewer(principal), list }) };
      },
    },
    {
      operation: "page_bank_item",
      handle({ principal, params: { item_id }, words }) {
        const itemId = item_id === "new" ? null : item_id;
        return { html: renderBankItem({ manifest, words, viewer: requireViewer(principal), itemId }) };
      },
    },
  ];
}

function joinFacts(exam: Exam, now: number) {
  const { document } = exam;
  const { instructions, instructions_html: html } = paperOf(exam);
  const opensAt = document.opens_at === undefined ? 0 : Date.parse(document.opens_at);
  return {
    code: document.code,
    title: document.title,
    language: document.language,
    // What a student of the roster is allowed shows only with the token.
    durationMinutes: durationMs(document, document.accommodations ?? Accommodations.parse({})) / 60_000,
    questions: drawnCount(document),
    join: document.join,
    ...(instructions && { instructions: { text: instructions, html } }),
    ...(opensAt > now && { opensAt }),
    serverTime: now,
    isForward: document.navigation === "forward",
    isByProctor: document.policy.admission === "proctor",
    atHundred: document.policy.at_hundred,
    showRisk: document.policy.show_risk ?? "live",
    ...(document.policy.rules && { rules: document.policy.rules }),
    retention: { eventsDays: document.retention.events_days, reportsDays: document.retention.reports_days },
    graceMinutes: document.policy.grace_minutes,
  };
}
