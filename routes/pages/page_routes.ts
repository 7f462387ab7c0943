import { Accommodations } from "../../protocol/exam.ts";
import type { Viewer } from "../../islands/proctor/viewer.ts";
import type { Principal } from "../../server/auth/permissions.ts";
import type { Manifest } from "../../server/build/manifest.ts";
import { Refusal } from "../../server/errors.ts";
import { durationMs } from "../../server/exams/exam_time.ts";
import type { Exam } from "../../server/store/exam_store.ts";
import { visibleExams } from "../../server/exams/visible_exams.ts";
import type { Services } from "../../server/services.ts";
import { wordsFor } from "../edge/language.ts";
import type { Route } from "../edge/route.ts";
import { renderAccount } from "./account.tsx";
import { renderAdmin } from "./admin.tsx";
import { renderDeclined } from "./declined.tsx";
import { renderExam } from "./exam.tsx";
import { renderExams } from "./exams.tsx";
import { renderHome } from "./home.tsx";
import { renderInvitation } from "./invitation.tsx";
import { renderJoin } from "./join.tsx";
import { renderJoinExam } from "./join_exam.tsx";
import { renderLogin } from "./login.tsx";
import { renderPrivacy } from "./privacy.tsx";
import { renderRoom } from "./room.tsx";

type Staff = Extract<Principal, { kind: "staff" }>;

function viewerOf({ username, role, mustChangePassword }: Staff): Viewer {
  return { username, role, must_change_password: mustChangePassword };
}

function requireStaff(principal: Principal): Staff {
  if (principal.kind !== "staff") throw new Refusal("unauthorized", "please_sign_in");
  return principal;
}

/** The pages. One that needs an account leads a stranger to the login, and back: `routes/edge/refuse.ts`. */
export function pageRoutes(services: Services, manifest: Manifest): Route[] {
  const { exams, auth } = services;
  return [
    { operation: "page_home", handle: ({ words }) => ({ html: renderHome({ manifest, words }) }) },
    { operation: "page_join", handle: ({ words }) => ({ html: renderJoin({ manifest, words }) }) },
    {
      operation: "page_join_exam",
      async handle({ params: { code }, request, words }) {
        const exam = await exams.getByCode(code);
        if (exam === null || exam.state !== "published") {
          return { status: 404, html: renderJoin({ manifest, words, unknownCode: code.slice(0, 64) }) };
        }
        const examWords = wordsFor(request, exam.document.language);
        return { html: renderJoinExam({ manifest, words: examWords, exam: joinFacts(exam, services.now()) }) };
      },
    },
    { operation: "page_exam", handle: ({ words }) => ({ html: renderExam({ manifest, words }) }) },
    { operation: "page_declined", handle: ({ words }) => ({ html: renderDeclined({ manifest, words }) }) },
    { operation: "page_privacy", handle: ({ words }) => ({ html: renderPrivacy({ manifest, words }) }) },
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
        const viewer = viewerOf(requireStaff(principal));
        return { html: renderExams({ manifest, words, viewer, exams: await visibleExams(services, principal) }) };
      },
    },
    {
      operation: "page_room",
      async handle({ principal, params, words }) {
        const exam = await exams.get(params.exam_id);
        if (exam === null) throw new Refusal("not_found", "no_such_exam");
        return {
          html: renderRoom({ manifest, words, viewer: viewerOf(requireStaff(principal)), exam: roomFacts(exam) }),
        };
      },
    },
    {
      operation: "page_account",
      async handle({ principal, words }) {
        const staff = requireStaff(principal);
        const account = await auth.staff.get(staff.staffId);
        const totp = account !== null && account.record.totp !== null;
        return { html: renderAccount({ manifest, words, viewer: viewerOf(staff), totp }) };
      },
    },
    {
      operation: "page_admin",
      async handle({ principal, words }) {
        const viewer = viewerOf(requireStaff(principal));
        return { html: renderAdmin({ manifest, words, viewer, exams: await visibleExams(services, principal) }) };
      },
    },
  ];
}

function joinFacts({ document }: Exam, now: number) {
  const opensAt = document.opens_at === undefined ? 0 : Date.parse(document.opens_at);
  return {
    code: document.code,
    title: document.title,
    language: document.language,
    // What a student of the roster is allowed shows only with the token.
    durationMinutes: durationMs(document, document.accommodations ?? Accommodations.parse({})) / 60_000,
    questions: document.questions.length,
    join: document.join,
    ...(opensAt > now && { opensAt }),
    atHundred: document.policy.at_hundred,
    showRisk: document.policy.show_risk ?? "live",
    retention: { eventsDays: document.retention.events_days, reportsDays: document.retention.reports_days },
    graceMinutes: document.policy.grace_minutes,
  };
}

function roomFacts({ examId, state, document }: Exam) {
  return {
    exam_id: examId,
    code: document.code,
    title: document.title,
    state,
    join: document.join,
    questions: document.questions.map((question) => question.id),
    opens_at: document.opens_at ?? null,
    closes_at: document.closes_at ?? null,
    at_hundred: document.policy.at_hundred,
  };
}
