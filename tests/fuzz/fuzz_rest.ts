import { z } from "zod";
import { joinExam } from "../../lab/students/join_exam.ts";
import { ErrorBody, ERRORS } from "../../protocol/errors.ts";
import { ExamDocument } from "../../protocol/exam_document.ts";
import { MAX_BATCH_BYTES, MAX_BODY_BYTES, MAX_EXAM_BYTES } from "../../protocol/limits.ts";
import { parseSafely } from "../../protocol/parse_safely.ts";
import { ExtractFeaturesBody } from "../../protocol/features.ts";
import { CalculateBody } from "../../protocol/interval_scores.ts";
import { LogActivityBody } from "../../protocol/log_activity.ts";
import { PredictBody } from "../../protocol/predict.ts";
import { SessionBody } from "../../protocol/session.ts";
import { StartExamBody } from "../../protocol/start_exam.ts";
import { SubmitExamBody } from "../../protocol/submit_exam.ts";
import * as staff from "../../protocol/staff.ts";
import { featureExample } from "../../scoring/features/example.ts";
import type { Random } from "../../scoring/models/random.ts";
import type { FuzzTarget } from "./fuzz_target.ts";
import { pick, spoil, type Wire } from "./mutate.ts";

/** One call and its body as it should be. */
interface Call {
  method: string;
  path: string;
  token?: string;
  schema: z.ZodType;
  limit: number;
  body: () => unknown;
  /** How often, beside the others. */
  weight: number;
}

/** Texts that stand where an address has an id; none is one. */
const IDS = [
  "x".repeat(22),
  "x".repeat(64),
  "x".repeat(3_000),
  "%00",
  "%2e%2e%2f",
  "..",
  "%ff",
  "'",
  "null",
  "0",
  "%F0%9F%98%80",
  "a b",
  "__proto__",
  "%",
];

const ADDRESSES = [
  "/risk_score?attempt_id=*",
  "/scoring/summary/*",
  "/api/exams/*",
  "/api/exams/*/attempts/*",
  "/api/exams/*/attempts/*/log?after=*",
  "/api/audit?before=*&limit=*",
  "/join/*",
  "/exams/*/room",
  "/static/*",
  "/login?next=*",
  "/*",
  "DELETE /api/staff/*",
  "DELETE /api/sessions/*",
  "POST /api/exams/*/publish",
  "POST /api/exams/*/close",
  "POST /api/exams/*/reopen",
];

/** Spoilt bodies and addresses of every REST call. */
export class FuzzRest implements FuzzTarget {
  readonly name = "REST";
  readonly #url: string;
  readonly #random: Random;
  readonly #calls: Call[];
  readonly #admin: string;
  #student = "";
  #attemptId = "";
  #left = 0;
  #seq = 0;

  constructor(url: string, admin: string, examId: string, random: Random) {
    this.#url = url;
    this.#random = random;
    this.#admin = admin;
    const events = featureExample().slice(0, 20);
    const call = (
      method: string,
      path: string,
      schema: z.ZodType,
      body: () => unknown,
      more: Partial<Call> = {},
    ): Call => ({
      method,
      path,
      schema,
      body,
      limit: MAX_BODY_BYTES,
      weight: 1,
      ...more,
    });
    const asAdmin = { token: admin };
    this.#calls = [
      call(
        "POST",
        "/start_exam",
        StartExamBody,
        () => ({ code: "FUZZ", student: { name: "Fuzz", number: "7" }, consent: { version: "1" } }),
      ),
      call("POST", "/log_activity", LogActivityBody, () => ({ seq: this.#seq + 1, sentAt: 0, events }), {
        token: "student",
        limit: MAX_BATCH_BYTES,
        weight: 4,
      }),
      call("POST", "/submit_exam", SubmitExamBody, () => ({ answers: { q1: "text", q2: ["a"] } }), {
        token: "student",
        limit: MAX_EXAM_BYTES,
      }),
      call("POST", "/predict", PredictBody, () => ({
        sample_id: "s",
        mean_dwell: 90,
        std_dwell: 20,
        mean_flight: 120,
        std_flight: 40,
        avg_mouse_speed: 0.5,
        tab_switch_count: 1,
        copy_events: 0,
        paste_events: 0,
        inactivity_time: 4,
      }), { weight: 2 }),
      call(
        "POST",
        "/features/extract",
        ExtractFeaturesBody,
        () => ({ events, interval_seconds: 30, window_size_seconds: 60 }),
        {
          ...asAdmin,
          limit: MAX_BATCH_BYTES,
        },
      ),
      call(
        "POST",
        "/scoring/calculate",
        CalculateBody,
        () => ({ test_id: "none", interval_seconds: 30, window_size_seconds: 60 }),
        asAdmin,
      ),
      call("POST", "/api/exams", ExamDocument, () => ({
        code: "FUZZ",
        title: "Fuzz",
        duration_minutes: 5,
        questions: [{
          id: "q1",
          type: "single_choice",
          text: "?",
          choices: [{ id: "a", text: "A" }, { id: "b", text: "B" }],
          correct: "a",
        }],
        policy: { scoring: { weights: { away: 1 } } },
        roster: [{ name: "Ada", number: "1", accommodations: { extra_time_percent: 25 } }],
      }), { ...asAdmin, limit: MAX_EXAM_BYTES }),
      call(
        "POST",
        "/api/session",
        SessionBody,
        () => ({ username: "nobody", password: "wrong-password-1", code: "123456" }),
        { weight: 0.05 },
      ),
      call(
        "POST",
        "/api/invitations",
        staff.InviteBody,
        () => ({ username: "someone", role: "proctor", exam_ids: [examId] }),
        { ...asAdmin, weight: 0.5 },
      ),
      call(
        "POST",
        "/api/invitations/accept",
        staff.AcceptInvitationBody,
        () => ({ token: "none", password: "a-long-password-1" }),
        { weight: 0.05 },
      ),
      call("PUT", "/api/totp", staff.ConfirmTotpBody, () => ({ code: "123456" }), { ...asAdmin, weight: 0.5 }),
      call(
        "PUT",
        `/api/exams/${examId}/attempts/{attempt}/flags/none`,
        z.unknown(),
        () => ({ state: "dismissed" }),
        asAdmin,
      ),
    ];
  }

  async step(): Promise<{ sent: Wire; problem: string | null }> {
    const random = this.#random;
    if (this.#left-- <= 0) {
      this.#left = 150;
      this.#seq = 0;
      const joined = await joinExam(this.#url, "FUZZ", "Fuzz");
      this.#student = joined.session_token;
      this.#attemptId = joined.attempt_id;
    }
    return random() < 0.2 ? await this.#address() : await this.#post();
  }

  close(): void {}

  async #address(): Promise<{ sent: Wire; problem: string | null }> {
    const random = this.#random;
    const path = pick(random, ADDRESSES).replaceAll("*", () => pick(random, IDS));
    const token = pick(random, [this.#admin, this.#student, "invented", ""]);
    const [method, address] = path.startsWith("/") ? ["GET", path] : path.split(/ (.*)/);
    const sent = `${method} ${address}`;
    try {
      const answer = await fetch(this.#url + address, {
        method,
        redirect: "manual",
        headers: token === "" ? {} : { authorization: `Bearer ${token}` },
      });
      return { sent, problem: await judged(answer) };
    } catch (error) {
      return { sent, problem: `no answer: ${error}` };
    }
  }

  async #post(): Promise<{ sent: Wire; problem: string | null }> {
    const random = this.#random;
    const total = this.#calls.reduce((sum, { weight }) => sum + weight, 0);
    let rest = random() * total;
    const call = this.#calls.find(({ weight }) => (rest -= weight) < 0) ?? this.#calls[0];
    const wire = spoil(random, call.body());
    const token = call.token === "student" ? this.#student : call.token;
    const sent = `${call.method} ${call.path} ${typeof wire === "string" ? wire : "(bytes)"}`;
    const answer = await fetch(this.#url + call.path.replace("{attempt}", this.#attemptId), {
      method: call.method,
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      body: wire as BodyInit,
    });
    if (call.path === "/log_activity" && answer.status === 200) this.#seq++;
    const { status } = answer;
    const problem = await judged(answer);
    if (problem !== null) return { sent, problem };
    const wanted = bodyOutcome(call, wire);
    // An address or account that asks too often is told so before its body is read.
    const isRight = status === 429 || (wanted === "taken" ? ![400, 413].includes(status) : wanted.includes(status));
    return { sent, problem: isRight ? null : `wanted ${wanted}, got ${status}` };
  }
}

/** Statuses that a body must come to, or that it is one that the schema takes. */
function bodyOutcome({ schema, limit, path }: Call, wire: Wire): number[] | "taken" {
  const bytes = typeof wire === "string" ? new TextEncoder().encode(wire) : wire;
  if (bytes.length > limit) return [413];
  const text = new TextDecoder().decode(bytes);
  if (text === "" && path === "/submit_exam") return "taken";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [400];
  }
  if (parseSafely(schema, value).success) return "taken";
  return [422, 413];
}

/** An answer by the rules: no fault of ours, and an error with its own status. */
async function judged(answer: Response): Promise<string | null> {
  const { status } = answer;
  const text = await answer.text();
  if (status >= 500) return `status ${status}: ${text.slice(0, 200)}`;
  const isJson = answer.headers.get("content-type")?.startsWith("application/json") ?? false;
  if (status < 400 || !isJson) return null;
  const parsed = ErrorBody.safeParse(JSON.parse(text));
  if (!parsed.success) return `an error without its form: ${text.slice(0, 200)}`;
  const { code } = parsed.data.error;
  return ERRORS[code].status === status ? null : `${code} with status ${status}`;
}
