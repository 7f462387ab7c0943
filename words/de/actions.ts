import type { Sentences } from "../words.ts";

export const actions: Sentences["actions"] = {
  label: "Handlungen",
  over: "Dieser Versuch ist vorbei: Er kann nur noch markiert werden.",
  timeOver: "Seine Zeit ist um. Mit mehr Zeit ist er wieder offen.",
  notAnswered:
    "Der Server hat nicht geantwortet. Sehen Sie nach, wie es um den Prüfling steht, bevor Sie es noch einmal versuchen.",
  flag: {
    label: "Markieren",
    ask: "Diesen Moment markieren",
    lead: "Eine Markierung ist für Sie und das übrige Personal; der Prüfling sieht sie nicht.",
    done: "Markiert.",
  },
  message: {
    label: "Nachricht",
    ask: "Nachricht",
    lead: "Der Prüfling sieht sie über der Prüfung, bis er bestätigt, dass er sie gelesen hat.",
    done: "Gesendet.",
  },
  admit: {
    label: "Einlassen",
    ask: "Einlassen",
    lead: "Die Seite des Prüflings öffnet die Prüfung von selbst, und die Zeit läuft ab jetzt.",
    done: "Eingelassen. Die Zeit läuft ab jetzt.",
  },
  pause: {
    label: "Pausieren",
    ask: "Diese Prüfung pausieren",
    lead:
      "Der Prüfling liest, dass die Prüfung unterbrochen ist, kann nicht schreiben, bis Sie fortsetzen, und verliert keine Zeit.",
    done: "Pausiert. Die Zeit steht still.",
  },
  resume: {
    label: "Fortsetzen",
    ask: "Fortsetzen",
    lead: "Der Prüfling macht weiter, wo er aufgehört hat, mit der Zeit, die noch übrig war.",
    done: "Fortgesetzt.",
  },
  lock: {
    label: "Sperren",
    ask: "Diese Prüfung sperren",
    lead:
      "Der Prüfling liest, dass die Prüfung vorerst gesperrt und nichts entschieden ist, bis eine Aufsicht sie freigibt. Die gesperrte Zeit wird gutgeschrieben.",
    done: "Gesperrt.",
  },
  release: {
    label: "Freigeben",
    ask: "Freigeben",
    lead: "Der Prüfling macht weiter, wo er aufgehört hat. Die gesperrte Zeit wird gutgeschrieben.",
    done: "Freigegeben. Die gesperrte Zeit wird gutgeschrieben.",
  },
  extend: {
    label: "Verlängern",
    ask: "Mehr Zeit geben",
    lead: "Die Uhr des Prüflings zeigt es sofort und sagt es an.",
    done: "Verlängert.",
  },
  reopen: {
    label: "Wieder öffnen",
    ask: "Mit mehr Zeit wieder öffnen",
    lead:
      "Die Zeit war um. Sie läuft ab jetzt wieder, und die Seite des Prüflings öffnet die Prüfung, wo er aufgehört hat.",
    done: "Wieder geöffnet.",
  },
  release_device: {
    label: "Anderes Gerät",
    ask: "Auf einem anderen Gerät weiterschreiben lassen",
    lead:
      "Mit dem persönlichen Link oder der Nummer kann dieser Versuch einmal auf einem anderen Gerät weitergehen. Das erste Gerät wird geschlossen.",
    done: "Auf einem anderen Gerät kann es weitergehen.",
  },
  terminate: {
    label: "Beenden",
    ask: "Diesen Versuch beenden",
    lead:
      "Der Prüfling liest, dass die Prüfung vorbei ist. Sie endet jetzt, mit den Antworten, die sie hat. Das lässt sich nicht rückgängig machen.",
    done: "Beendet.",
  },
  remove: {
    label: "Entfernen",
    ask: "Diesen Versuch entfernen",
    lead:
      "In diesem Versuch wurde nichts geschrieben. Er endet und wird nicht mehr gezeigt; Platz und Nummer sind wieder frei, sein Protokoll bleibt.",
    done: "Entfernt.",
  },
  reconnecting: "Zurzeit nicht verbunden: Aktionen warten, bis die Verbindung wieder da ist.",
  /** Texte, mit denen eine Nachricht beginnt. */
  ready: {
    label: "Fertige Texte",
    choose: "Text wählen…",
    own: "Eigene, in diesem Browser behalten",
    house: "Vom Haus",
    keep: "Text behalten",
    forget: "Text vergessen",
  },
  dialog: {
    title: "{action}: {name}",
    minutes: "Minuten",
    message: "Nachricht",
    note: "Notiz (freiwillig)",
    reason: "Grund",
    reasonOptional: "Grund (freiwillig)",
    studentReads: "Der Prüfling liest es.",
    asWarning: "Als Verwarnung: Der Prüfling muss sie bestätigen",
    cancel: "Abbrechen",
    back: "Zurück",
    sure: "Ja, ausführen",
    send: "Senden",
    terminate: "Versuch beenden",
    noMessage: "Schreiben Sie eine Nachricht",
    noReason: "Nennen Sie einen Grund: Er bleibt in den Akten",
    noMinutes: "Geben Sie Minuten zwischen 1 und {most} ein",
    notSendable: "Dieser Text kann nicht gesendet werden. Schreiben Sie ihn anders.",
  },
};
