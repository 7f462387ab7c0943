/// <reference types="@types/chrome" />
import type { CapturedEvent } from "../protocol/events.ts";
import type { AttemptState, ShowRisk } from "../protocol/exam.ts";
import type { SpokenRisk } from "../islands/watch/watch_readers.ts";
import type { WatchStand } from "../islands/watch/watched_attempt.ts";

/** What the extension remembers of the one exam that it watches. */
export interface Session {
  /** Origin of the Invigil server. */
  server: string;
  code: string;
  title: string;
  /** Origin of the pages that are watched. */
  watchedOrigin: string;
  showRisk: ShowRisk;
  spoken: { language: string; consent_version: string; texts: Record<string, string> };
  token: string;
  attemptId: string;
  /** Whether the student has paused it. */
  isPaused: boolean;
  /** Whether proctors still have to be told so: there was no network. */
  isPauseUntold: boolean;
  /** How the attempt stood when the server last said, for when it cannot be asked. */
  known: {
    state: AttemptState;
    startedAt: number;
    /** When it ends by itself, server time, ms since 1970. */
    deadline: number;
    serverTime: number;
    lastSeq: number;
    lastT: number;
    /** This device's own time then, ms since 1970. */
    at: number;
  };
}

/** Somebody has agreed: what begins once the browser has given the permission that goes with it. */
export interface Pending {
  server: string;
  /** Body of `POST /start_exam`. */
  body: unknown;
  exam: Pick<Session, "code" | "title" | "watchedOrigin" | "showRisk" | "spoken">;
}

/** How the popup and a watched page are told that it stands. */
export interface Told {
  session: Pick<Session, "attemptId" | "code" | "title" | "watchedOrigin" | "showRisk" | "spoken" | "isPaused"> | null;
  stand: WatchStand | null;
  /** Whether pages capture now. */
  isCapturing: boolean;
  /** Attempt time at this moment, ms. */
  t: number;
}

/** What pages and the popup ask of the service worker. */
export type Asked =
  | { type: "how" }
  | { type: "begin" }
  | { type: "events"; attemptId: string; events: CapturedEvent[] }
  | { type: "explain" }
  | { type: "call" }
  | { type: "read"; id: string }
  | { type: "shown" }
  | { type: "pause"; isPaused: boolean }
  | { type: "stop"; losesUnsent: boolean };

/** What each is answered. */
export interface Answered {
  how: Told;
  begin: { problem: string | null };
  events: Told;
  explain: SpokenRisk | null;
  call: boolean;
  read: null;
  shown: null;
  pause: Told;
  /** Whether everything was sent; where not, nothing was stopped. */
  stop: { isStopped: boolean };
}

/** Asks the service worker, which wakes for it. @throws {Error} Where the extension was just updated or removed. */
export function ask<Type extends Asked["type"]>(
  message: Extract<Asked, { type: Type }>,
): Promise<Answered[Type]> {
  return chrome.runtime.sendMessage(message);
}
