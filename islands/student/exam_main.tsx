// The order of imports is the order of modules in the bundle: this one is 250 bytes smaller after gzip than by name.
import { ExamPage } from "./exam_page.tsx";
import { openStudentStorage } from "./student_storage.ts";
import { readPageSpeech } from "../components/page_speech.ts";
import { mount } from "../components/mount.tsx";
import { keepShell } from "./keep_shell.ts";
import { applyDisplay } from "./display_settings.ts";
import type { ExamActions } from "./exam_actions.ts";
import { getAttempt, getCaptured, saySomething, submitExam } from "./student_api.ts";
import { createExamModel } from "./exam_model.ts";
import { browserWorld } from "../link/browser_world.ts";
import { PageTimers, tickWhileHidden } from "./page_timers.ts";
import { tabAttempt } from "./tab_attempt.ts";
import { claimAttempt } from "./tab_claim.ts";
import { startCapture } from "../capture/start_capture.ts";
import { choicesOf } from "../../protocol/items/answer_form.ts";
import { keepResult } from "./leave_device.ts";
import { FileUploads } from "./file_uploads.ts";
import { sendFile } from "./send_file.ts";
import { ExamSession } from "./exam_session.ts";
import { withoutUnseen } from "../../protocol/unseen_signs.ts";

const model = createExamModel();
const timers = new PageTimers(() => performance.now());
tickWhileHidden(timers);
const storage = await openStudentStorage();
const session = new ExamSession(model, {
  world: browserWorld(location.href, (ms, run) => timers.after(ms, run)),
  storage,
  claim: claimAttempt,
  attemptId: tabAttempt(),
  api: { getAttempt, submitExam },
  startCapture,
  leave: (path) => location.assign(path),
});

const files = new FileUploads({
  send: (question, file, onProgress) => sendFile(session.token ?? "", question, file, onProgress),
  add: (question, choice) => {
    const chosen = choicesOf(model.answers.value[question]);
    return chosen.includes(choice) || session.select(question, [...chosen, choice]);
  },
  wait: (ms) => new Promise((resolve) => timers.after(ms, resolve)),
});

session.moves.watchUploads(() => files.uploads.value);

const actions: ExamActions = {
  files,
  edit: (...edit) => session.edit(...edit),
  field: (read) => session.fields.add(read),
  select: (question, choices) => void session.select(question, choices),
  open: (index) => session.moves.open(index),
  goOn: () => session.moves.goOn(),
  stay: () => session.moves.stay(),
  toggleFlag: (question) => session.moves.toggleFlag(question),
  toggleHidden: (what) => session.moves.toggleHidden(what),
  warned: (minutes) => session.moves.warned(minutes),
  told: (rule) => session.moves.told(rule),
  review: () => session.moves.review(),
  submit: () => void session.submit(),
  acknowledge: (notice) => session.moves.acknowledge(notice),
  call: (text) => session.tell({ type: "call", text: withoutUnseen(text) }),
  say: (text, t) => saySomething(session.token ?? "", text, t),
  practise: (events) => session.tell({ type: "practice", events }),
  takeBreak: () => session.tell({ type: "take_break" }),
  endBreak: () => void session.tell({ type: "back" }),
  reload: () => location.reload(),
  lateWork: () => session.lateWork(),
  keepResult: (isKept) => void keepResult(storage, model, isKept),
  download: () => getCaptured(session.token ?? ""),
};

applyDisplay();
mount(<ExamPage model={model} actions={actions} />, readPageSpeech());

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") session.hidden();
  else session.back();
});
addEventListener("pagehide", () => session.leaving());
addEventListener("pageshow", (event) => {
  if (event.persisted) session.back();
});
addEventListener("online", () => session.back());
addEventListener("beforeunload", (event) => {
  // Only where leaving would lose work: nothing can be kept on the device, and the server does not have it yet.
  if (model.stage.value.kind === "sitting" && model.saving.value !== "saved" && !model.isDurable.value) {
    event.preventDefault();
  }
});

void keepShell(new URLSearchParams(location.search).get("language"));
await session.start();
