import type { ProctorToServer, ServerToProctor } from "../../../protocol/proctor_messages.ts";
import type { ServerToStudent, StudentToServer } from "../../../protocol/student_messages.ts";
import { EVENTS } from "./sitting.ts";

const AT = 1_795_834_635_700;
const DEADLINE = AT + 2_700_000;
const [ATTEMPT, FLAG] = ["{attempt_id}", "{attempt_id}.flagged.1"];

const REASON = {
  name: "away",
  category: "window",
  points: 18.4,
  code: "away",
  numbers: { seconds: 42 },
  from: 61_000,
  to: 103_000,
} as const;

const ALERT = {
  type: "alert",
  alert_id: FLAG,
  kind: "flag",
  attempt_id: ATTEMPT,
  name: "Ada Lovelace",
  risk: 18.4,
  level: "low",
  code: "flagged",
  by: "amina",
  at: AT,
} as const;

/** A message of each type that a student's client sends. */
export const STUDENT_SAYS: StudentToServer[] = [
  { type: "hello", protocol: 1, token: "{session_token}" },
  { type: "batch", seq: 1, sentAt: AT, events: EVENTS },
  { type: "seen", id: "7" },
  { type: "ping" },
  { type: "call", text: "May I use a pencil?" },
  { type: "practice", events: [{ dwell: 84, flight: 131, key: "letter", t: 4_200, type: "keystroke_data" }] },
  { type: "take_break" },
  { type: "back" },
];

/** A message of each type that a student's client hears. */
export const STUDENT_HEARS: ServerToStudent[] = [
  {
    type: "welcome",
    protocol: 1,
    attempt_id: ATTEMPT,
    last_seq: 0,
    last_hash: null,
    deadline: DEADLINE,
    state: "active",
    server_time: AT,
    notices: [],
    accommodations: { extra_time_percent: 0, technologies: [], muted: [], weights: {} },
    unseen: [],
  },
  { type: "ack", seq: 1 },
  { type: "answers", seq: 4, answers: { q1: "They lost it when" } },
  { type: "expected", seq: 2 },
  { type: "conflict", seq: 3, last_seq: 5 },
  { type: "risk", risk: 18.4, level: "low", reasons: [REASON] },
  { type: "high_risk_alert", risk: 74.2, level: "high", reasons: [REASON] },
  { type: "notice", id: "7", kind: "message", text: "Ten minutes left", at: AT },
  { type: "admitted", deadline: DEADLINE, server_time: AT },
  { type: "paused", paused: true, reason: "Fire alarm", deadline: DEADLINE },
  { type: "locked", locked: false, reason: null, deadline: DEADLINE },
  { type: "time", deadline: DEADLINE + 300_000, server_time: AT },
  {
    type: "submitted",
    state: "submitted",
    reason: "student",
    redirect_to: null,
    receipt: "24 groups of 8 characters, as GET /api/attempt has them",
  },
  { type: "pong", server_time: AT },
];

/** A message of each type that a proctor's client sends. */
export const PROCTOR_SAYS: ProctorToServer[] = [
  { type: "hello", protocol: 1, token: "{token}", exam: "{exam_id}" },
  { type: "flag", id: "a1", attempt_id: ATTEMPT, note: "Looks away often" },
  { type: "message", id: "a2", attempt_id: ATTEMPT, text: "Ten minutes left" },
  { type: "warn", id: "a3", attempt_id: ATTEMPT, text: "Please put the phone away." },
  { type: "admit", id: "a4", attempt_ids: "all" },
  { type: "pause", id: "a5", attempt_id: ATTEMPT, reason: "Fire alarm" },
  { type: "resume", id: "a6", attempt_id: ATTEMPT },
  { type: "lock", id: "a7", attempt_id: ATTEMPT, reason: "Come to the desk, please." },
  { type: "release", id: "a8", attempt_id: ATTEMPT },
  { type: "extend", id: "a9", attempt_ids: "all", minutes: 5, reason: "Fire alarm" },
  { type: "shorten", id: "a10", attempt_id: ATTEMPT, minutes: 2 },
  { type: "withdraw", id: "a11", attempt_id: ATTEMPT, of: "a3" },
  {
    type: "accommodate",
    id: "a12",
    attempt_id: ATTEMPT,
    accommodations: { extra_time_percent: 25, technologies: ["screen_reader"], muted: [], weights: {} },
    reason: "As agreed with the office",
  },
  { type: "grant_break", id: "a13", attempt_id: ATTEMPT, minutes: 5 },
  { type: "terminate", id: "a14", attempt_id: ATTEMPT, reason: "Left the hall" },
  { type: "release_device", id: "a15", attempt_id: ATTEMPT },
  { type: "remove", id: "a16", attempt_id: ATTEMPT },
  { type: "handle", id: "a17", alert_id: FLAG },
  { type: "take", id: "a18", attempt_id: ATTEMPT, seen: null },
  { type: "give_back", id: "a19", attempt_id: ATTEMPT },
  { type: "look", attempt_id: ATTEMPT },
  { type: "say", id: "a20", kind: "talk", text: "I am at the door of room A." },
  { type: "ping" },
];

/** A message of each type that a proctor's client hears. */
export const PROCTOR_HEARS: ServerToProctor[] = [
  {
    type: "room",
    version: 12,
    students: [{
      attempt_id: ATTEMPT,
      name: "Ada Lovelace",
      number: "1001",
      state: "active",
      connected: true,
      risk: 18.4,
      level: "low",
      peak: 18.4,
      last_seen: AT,
      started_at: AT - 120_000,
      deadline: DEADLINE,
      reasons: [["away", 18.4]],
      insufficient: false,
      flags: 0,
      question: "q1",
      answered: 1,
      accommodated: false,
      blank: false,
      namesake: null,
      removed: false,
      silent: false,
      break_until: null,
      by_api: false,
      trend: [0, 4.2, 18.4],
    }],
  },
  { type: "frame", version: 13, students: [{ attempt_id: ATTEMPT, last_seen: AT + 1_000, risk: 17.9 }] },
  ALERT,
  { type: "alerts", alerts: [ALERT], open: 1 },
  { type: "alerts_handled", alert_ids: [FLAG], by: "amina", at: AT },
  { type: "people", people: [{ name: "amina", looks_at: [ATTEMPT] }] },
  {
    type: "talk",
    words: [{ word_id: "a20", at: AT, by: "amina", kind: "talk", text: "I am at the door of room A." }],
  },
  { type: "done", id: "a1", count: 1, refused: [] },
  { type: "refused", id: "a6", code: "wrong_state", message: "This attempt is not paused." },
  { type: "pong", server_time: AT },
];
