import type { Viewer } from "../../islands/proctor/viewer.ts";
import { type Operation, PERMISSIONS, type Principal } from "../../server/auth/permissions.ts";
import type { Manifest } from "../../server/build/manifest.ts";
import { answerOf, Refusal } from "../../server/errors.ts";
import type { Exam } from "../../server/store/exam_store.ts";
import { visibleExams } from "../../server/exams/visible_exams.ts";
import type { Services } from "../../server/services.ts";
import { type App, honoPath, permit, refused, type RequestContext } from "../api/register.ts";
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
import { renderProblem } from "./problem.tsx";
import { renderRoom } from "./room.tsx";

type Staff = Extract<Principal, { kind: "staff" }>;
type Render = (context: RequestContext, principal: Principal) => string | Response | Promise<string | Response>;

function viewerOf({ username, role, mustChangePassword }: Staff): Viewer {
  return { username, role, must_change_password: mustChangePassword };
}

function requireStaff(principal: Principal): Staff {
  if (principal.kind !== "staff") throw new Refusal("unauthorized", "Please sign in.");
  return principal;
}

/** Registers the pages. A page that needs an account leads a stranger to the login, and back. */
export function registerPages(app: App, services: Services, manifest: Manifest): void {
  const { exams, auth } = services;

  const pages: [Operation, Render][] = [
    ["page_home", () => renderHome({ manifest })],
    ["page_join", () => renderJoin({ manifest })],
    ["page_join_exam", async (context) => {
      const code = context.req.param("code") ?? "";
      const exam = await exams.getByCode(code);
      if (exam === null || exam.state !== "published") {
        return context.html(renderJoin({ manifest, unknownCode: code.slice(0, 64) }), 404);
      }
      return renderJoinExam({ manifest, exam: joinFacts(exam) });
    }],
    ["page_exam", () => renderExam({ manifest })],
    ["page_declined", () => renderDeclined({ manifest })],
    ["page_privacy", () => renderPrivacy({ manifest })],
    ["page_login", (context) => renderLogin({ manifest, next: context.req.query("next") ?? null })],
    ["page_invitation", () => renderInvitation({ manifest })],
    ["page_exams", async (_, principal) => {
      const viewer = viewerOf(requireStaff(principal));
      return renderExams({ manifest, viewer, exams: await visibleExams(services, principal) });
    }],
    ["page_room", async (context, principal) => {
      const exam = await exams.get(context.req.param("exam_id") ?? "");
      if (exam === null) throw new Refusal("not_found", "There is no such exam.");
      return renderRoom({ manifest, viewer: viewerOf(requireStaff(principal)), exam: roomFacts(exam) });
    }],
    ["page_account", async (_, principal) => {
      const staff = requireStaff(principal);
      const account = await auth.staff.get(staff.staffId);
      return renderAccount({
        manifest,
        viewer: viewerOf(staff),
        totp: account !== null && account.record.totp !== null,
      });
    }],
    ["page_admin", async (_, principal) => {
      const viewer = viewerOf(requireStaff(principal));
      return renderAdmin({ manifest, viewer, exams: await visibleExams(services, principal) });
    }],
  ];
  for (const [operation, render] of pages) {
    app.get(honoPath(PERMISSIONS[operation].path), (context) => page(context, services, manifest, operation, render));
  }
}

function joinFacts({ document }: Exam) {
  return {
    code: document.code,
    title: document.title,
    durationMinutes: document.duration_minutes,
    questions: document.questions.length,
    join: document.join,
    atHundred: document.policy.at_hundred,
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
    at_hundred: document.policy.at_hundred,
  };
}

async function page(
  context: RequestContext,
  services: Services,
  manifest: Manifest,
  operation: Operation,
  render: Render,
): Promise<Response> {
  try {
    const principal = await permit(context, services, operation);
    const html = await render(context, principal);
    return html instanceof Response ? html : context.html(html, 200, { "cache-control": "no-store" });
  } catch (error) {
    if (!(error instanceof Refusal)) {
      return await refused(services, error, `page ${operation}`, { request_id: context.get("requestId") });
    }
    const { pathname } = new URL(context.req.url);
    if (error.code === "unauthorized") return context.redirect(`/login?next=${encodeURIComponent(pathname)}`, 303);
    if (error.code === "password_change_required") return context.redirect("/account", 303);
    const { status } = answerOf(error);
    const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
    return new Response(renderProblem({ manifest, message: error.message }), { status, headers });
  }
}
