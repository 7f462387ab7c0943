import type { Note, OutboxStore } from "../link/outbox_store.ts";
import type { Hideable } from "./exam_model.ts";
import type { RuleName } from "../../protocol/sitting_rules.ts";

/** What a page remembers of an attempt besides batches and answers, to go on after a reload. */
export interface DeviceNotes {
  /** Texts that were copied or cut on the exam's page. */
  copies: string[];
  /** Ids of questions flagged for later. */
  flagged: string[];
  /** Id of the question in view, or null. */
  current: string | null;
  /** Ids of the newest notices that the student has read: the server may not have heard it yet. */
  seen: string[];
  /** What the student has put out of sight. */
  hidden: Hideable[];
  /** Minutes before the end that were warned of last, or null. */
  warned: number | null;
  /** Rules that the student was told of. */
  told: RuleName[];
}

/** Reads what the page before left; what cannot be read is as if it were not there. */
export async function readDeviceNotes(store: OutboxStore, attemptId: string): Promise<DeviceNotes> {
  const notes = await store.listNotes(attemptId, "").catch(() => new Map<string, Note>());
  const current = notes.get("current");
  const warned = notes.get("warned");
  return {
    copies: texts(notes.get("copies")),
    flagged: texts(notes.get("flagged")),
    current: typeof current === "string" ? current : null,
    seen: texts(notes.get("seen")),
    hidden: texts(notes.get("hidden")).filter(isHideable),
    warned: typeof warned === "number" ? warned : null,
    told: texts(notes.get("told")).filter(isRule),
  };
}

/** Writes one of them; where that fails, it is missed after a reload and nothing else. */
export function writeDeviceNote<Name extends keyof DeviceNotes>(
  store: OutboxStore,
  attemptId: string,
  name: Name,
  value: DeviceNotes[Name],
): void {
  const note: Note = Array.isArray(value) ? [...value] : value;
  store.putNote(attemptId, name, note).catch(() => {});
}

function texts(note: Note | undefined): string[] {
  return Array.isArray(note) ? note.filter((item) => typeof item === "string") : [];
}

function isHideable(text: string): text is Hideable {
  return text === "time" || text === "risk";
}

function isRule(text: string): text is RuleName {
  return text === "fullscreen" || text === "copy" || text === "print" || text === "context_menu";
}
