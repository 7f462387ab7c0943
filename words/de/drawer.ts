import type { Sentences } from "../words.ts";

export const drawer: Sentences["drawer"] = {
  student: "Prüfling",
  risk: "Risiko",
  close: "Schließen",
  parts: "Teile",
  tabs: { why: "Warum", events: "Ereignisse", whatIf: "Was wäre wenn" },
  standing: {
    connected: "verbunden",
    disconnected: "nicht verbunden",
    disconnectedSince: "nicht verbunden, gesehen vor {age}",
    left: "noch {time}",
    accommodated: "mit Nachteilsausgleich",
  },
  why: {
    flags: "Markierungen",
    shares: "Woraus sich das Risiko zusammensetzt",
    course: "Risiko im Verlauf",
    courseLater: "Es wird gezeichnet, sobald zwei Pakete von Ereignissen da sind.",
    told:
      "Version {version} des Bewerters sagte damals {risk} ({level}). Hier hat Version {now} das Protokoll neu bewertet.",
    courseSummary: "Jetzt {now}, höchstens {peak}",
    signals: "Signale",
    takeovers: "Andere Geräte, Browser oder Netze",
    done: "Was geschehen ist",
    receipt: "Quittung: {receipt}",
    receiptSoFar: "Quittung bis jetzt: {receipt}",
    notice: { sent: "Gesendet, noch nicht zugestellt", delivered: "Zugestellt {at}", seen: "Gelesen {at}" },
  },
  shares: {
    none: "Zurzeit trägt nichts zum Risiko bei.",
    points: "{name}: Punkte von 100",
    usual: "Üblich: {usual}",
  },
  flags: {
    open: "Offen",
    confirmed: "Bestätigt",
    dismissed: "Verworfen",
    flagged: "Markiert",
    by: "von {name}",
    byRule: "durch eine Regel",
    confirm: "Bestätigen",
    dismiss: "Verwerfen",
    reopen: "Wieder öffnen",
  },
  signals: {
    category: "Regeln dieser Kategorie, 0 bis 100",
    muted: "Nicht berücksichtigt (Nachteilsausgleich)",
    tooLittle: "Zu wenig Daten",
    strength: "{name}: Stärke",
  },
  chart: {
    risk: "Risiko",
    reading: "Bei {time}: {values}",
  },
  lateWork: {
    title: "Verspätete Arbeit",
    file: "Datei von der Seite des Prüflings",
    hint:
      "Kam ein Gerät zu spät zurück, gibt seine Prüfungsseite eine Datei mit dem, was es noch hat. Sie wird als Beleg angenommen, als verspätet markiert und ändert keine Antwort, bis Sie sie übernehmen.",
    unreadable: "Das ist keine Datei einer Prüfungsseite.",
    taken: "Als Beleg angenommen: {edits:edits}.",
    known: "Alles in dieser Datei war bereits angekommen.",
    reason: "Warum es zählt",
    reasonMissing: "Geben Sie an, warum es zählt.",
    apply: "Rechtzeitig Geschriebenes übernehmen",
    applied: "Übernommen bei {n:questions}.",
  },
  notApplied:
    "Behalten, nicht übernommen: {edits:edits} mit {characters:characters}, geschrieben während der Versuch stillstand oder vorbei war.",
  readingLog: "Das Protokoll wird gelesen …",
  readingLogAt: "Das Protokoll wird gelesen … {n:entries}",
  noScorer:
    "Die Bewertung konnte nicht geladen werden. Prüfen Sie die Verbindung und öffnen Sie diesen Teil noch einmal.",
};
