import type { Sentences } from "../words.ts";

export const drawer: Sentences["drawer"] = {
  student: "Prüfling",
  risk: "Risiko",
  close: "Schließen",
  parts: "Teile",
  tabs: { why: "Warum", events: "Ereignisse", what_if: "Was wäre wenn" },
  standing: {
    connected: "verbunden",
    disconnected: "nicht verbunden",
    disconnected_since: "nicht verbunden, gesehen vor {age:age}",
    left: "noch {time}",
    accommodated: "mit Nachteilsausgleich",
  },
  why: {
    flags: "Markierungen",
    shares: "Woraus sich das Risiko zusammensetzt",
    course: "Risiko im Verlauf",
    course_later: "Es wird gezeichnet, sobald zwei Pakete von Ereignissen da sind.",
    course_summary: "Jetzt {now}, höchstens {peak}",
    signals: "Signale",
    done: "Was geschehen ist",
    receipt: "Quittung: {receipt}",
    receipt_so_far: "Quittung bis jetzt: {receipt}",
  },
  flags: {
    open: "Offen",
    confirmed: "Bestätigt",
    dismissed: "Verworfen",
    flagged: "Markiert",
    by: "von {name}",
    by_rule: "durch eine Regel",
    confirm: "Bestätigen",
    dismiss: "Verwerfen",
    reopen: "Wieder öffnen",
  },
  signals: {
    category: "Regeln dieser Kategorie, 0 bis 100",
    muted: "Nicht berücksichtigt (Nachteilsausgleich)",
    too_little: "Zu wenig Daten",
    strength: "{name}: Stärke",
  },
  chart: {
    risk: "Risiko",
    reading: "Bei {time}: {values}",
  },
  reading_log: "Das Protokoll wird gelesen …",
  reading_log_at: "Das Protokoll wird gelesen … {n:entries}",
  no_scorer:
    "Die Bewertung konnte nicht geladen werden. Prüfen Sie die Verbindung und öffnen Sie diesen Teil noch einmal.",
};
