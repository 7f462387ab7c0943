import type { Note, OutboxStore } from "../link/outbox_store.ts";
import type { Hideable, Notice } from "./exam_model.ts";

/** What a page remembers of an attempt besides batches and answers, to go on after a reload. */
export interface DeviceNotes {
  /** Texts that were copied or cut on the exam's page. */
  copies: string[];
  /** Ids of questions flagged for later. */
  flagged: string[];
  /** Id of the question in view, or null. */
  current: string | null;
  /** What the student has put out of sight. */
  hidden: Hideable[];
  /** Proctors' words that were not acknowledged yet. */
  notices: Notice[];
}

/** Reads what the page before left; what cannot be read is as if it were not there. */
export async function readDeviceNotes(store: OutboxStore, attemptId: string): Promise<DeviceNotes> {
  const notes = await store.listNotes(attemptId, "").catch(() => new Map<string, Note>());
  const current = notes.get("current");
  return {
    copies: texts(notes.get("copies")),
    flagged: texts(notes.get("flagged")),
    current: typeof current === "string" ? current : null,
    hidden: texts(notes.get("hidden")).filter(isHideable),
    notices: readNotices(notes.get("notices")),
  };
}

/** Writes one of them; where that fails, it is missed after a reload and nothing else. */
export function writeDeviceNote<Name extends keyof DeviceNotes>(
  store: OutboxStore,
  attemptId: string,
  name: Name,
  value: DeviceNotes[Name],
): void {
  const note: Note = Array.isArray(value) ? value.map((item) => typeof item === "string" ? item : { ...item }) : value;
  store.putNote(attemptId, name, note).catch(() => {});
}

function texts(note: Note | undefined): string[] {
  return Array.isArray(note) ? note.filter((item) => typeof item === "string") : [];
}

function isHideable(text: string): text is Hideable {
  return text === "time" || text === "risk";
}

function readNotices(note: Note | undefined): Notice[] {
  if (!Array.isArray(note)) return [];
  return note.flatMap((item) => {
    if (item === null || typeof item !== "object" || Array.isArray(item)) return [];
    const { kind, text, at } = item;
    const isNotice = (kind === "message" || kind === "warning") && typeof text === "string" && typeof at === "number";
    return isNotice ? [{ kind, text, at }] : [];
  });
}
