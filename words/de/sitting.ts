import type { Sentences } from "../words.ts";

export const sitting: Sentences["sitting"] = {
  warning: {
    title: "Noch {left}",
    text: "Was Sie schreiben, wird laufend gespeichert. Am Ende wird es von selbst abgegeben.",
    close: "Schließen",
  },
  help: {
    open: "Hilfe und Anzeige",
    instructions: "Hinweise",
    noInstructions: "Diese Prüfung hat keine eigenen Hinweise.",
    proctor: "Stimmt etwas nicht?",
    ask: "Die Aufsicht fragen",
    close: "Schließen",
  },
  display: {
    title: "Wie es aussieht",
    lead: "Bleibt auf diesem Gerät. Es ändert nichts an Ihrer Prüfung, und niemand erfährt davon.",
    text: { name: "Schriftgröße", normal: "Normal", large: "Groß", larger: "Größer", largest: "Am größten" },
    contrast: { name: "Kontrast", normal: "Normal", more: "Mehr" },
    spacing: { name: "Abstand von Buchstaben und Zeilen", normal: "Normal", wide: "Weit" },
  },
  map: {
    filter: "Zeigen",
    all: "Alle",
    open: "Nicht beantwortet",
    flagged: "Vorgemerkt",
    none: {
      all: "Es gibt keine Fragen.",
      open: "Alle Fragen sind beantwortet.",
      flagged: "Keine Frage ist vorgemerkt.",
    },
    range: "{from} bis {to}",
    keys: "Mit den Pfeiltasten geht es von Frage zu Frage.",
  },
  practice: {
    title: "Üben, während Sie warten",
    kept:
      "Wenn Sie möchten. Was Sie schreiben, bleibt auf dieser Seite; aufbewahrt wird, wie Sie tippen: wann jede Taste gedrückt wurde und wie lange. Damit werden die ersten Minuten Ihrer Prüfung verglichen. Von selbst erhöht es kein Risiko, ein Unterschied führt nie über niedrig hinaus, und wer es auslässt, verliert nichts.",
    start: "Üben beginnen",
    task: "Beschreiben Sie in einigen Sätzen den Ort, an dem Sie Ihre Prüfung schreiben.",
    stop: "Üben beenden",
  },
  forward: {
    note: "Diese Prüfung geht nur vorwärts: Wenn Sie weitergehen, können Sie nicht zu dieser Frage zurück.",
    title: "Weiter zu Frage {number}?",
    leave: {
      one: "Zu Frage {list} können Sie danach nicht zurück und die Antwort nicht mehr ändern.",
      many: "Zu den Fragen {list} können Sie danach nicht zurück und die Antworten nicht mehr ändern.",
    },
    open: { one: "Frage {list} ist nicht beantwortet.", many: "Die Fragen {list} sind nicht beantwortet." },
    sending: {
      one: "Eine Datei zu Frage {list} wird noch gesendet. Wenn Sie jetzt weitergehen, zählt sie nicht.",
      many: "Dateien zu den Fragen {list} werden noch gesendet. Wenn Sie jetzt weitergehen, zählen sie nicht.",
    },
    stay: "Hier bleiben",
    goOn: "Weiter",
    cannotGoBack: "Zu Fragen, die Sie verlassen haben, können Sie nicht zurück.",
    map: {
      answered: "Frage {number}, beantwortet, verlassen",
      open: "Frage {number}, nicht beantwortet, verlassen",
    },
  },
  closing: {
    handedIn: "Abgegeben",
    ended: "Beendet",
    received: "Angekommen",
    amount: "{answered} von {count:questions} beantwortet, insgesamt {characters:characters}",
    saved: "Zuletzt gespeichert",
    next: "Wie es weitergeht",
    marking:
      "Ihre Antworten werden bewertet. Wo es einen Anlass gibt, sieht sich ein Mensch an, was aufgezeichnet wurde, und entscheidet; die Note ändert das von allein nie.",
    manual: "Sobald Ihre Lehrenden die Ergebnisse freigegeben haben, finden Sie Ihres auf der Seite {page}.",
    afterClose: "Sobald die Prüfung für alle geschlossen ist, finden Sie Ihr Ergebnis auf der Seite {page}.",
    resultPage: "Ihr Ergebnis",
    ownWords: "Dort können Sie auch mit eigenen Worten sagen, was die Zuständigen wissen sollen.",
    kept:
      "Was Ereignis für Ereignis aufgezeichnet wurde, und Ihre Antworten werden {events:fullDays} lang aufbewahrt, Ihr Name, die Bewertung und der Bericht {reports:fullDays} lang, danach gelöscht. Solange eine Durchsicht offen ist, wird nichts gelöscht.",
    device: "Auf diesem Gerät",
    left:
      "Ihre Antworten sind angekommen. Die Kopien davon und von den Fragen wurden von diesem Gerät entfernt. Ihre Quittung und Ihr Ergebnis öffnen sich in diesem Tab, bis Sie ihn schließen.",
    keep: "Das ist mein eigenes Gerät: Es soll mein Ergebnis später öffnen können",
    keepHint:
      "An einem gemeinsam benutzten Rechner lassen Sie es weg. Mit einem persönlichen Link können Sie Ihr Ergebnis überall öffnen.",
  },
  rules: {
    fullscreen: {
      title: "In dieser Prüfung schreiben Sie bitte im Vollbild",
      text:
        "Mit Escape verlassen Sie es jederzeit, und auch ohne können Sie schreiben. Wann es beginnt und endet, wird aufgezeichnet.",
    },
    left: {
      title: "Sie haben das Vollbild verlassen",
      text:
        "Sie können so weiterschreiben. Diese Prüfung bittet um Vollbild, und dass Sie es verlassen haben, wird aufgezeichnet.",
    },
    copy: {
      title: "Bitte kopieren Sie die Fragen nicht",
      text:
        "Nichts wurde verhindert: Dass Text kopiert wurde, und wie viel, wird aufgezeichnet. Ihre eigenen Antworten dürfen Sie immer kopieren.",
    },
    print: {
      title: "Bitte drucken Sie diese Prüfung nicht",
      text: "Auf dem Ausdruck stehen die Fragen nicht.",
    },
    context_menu: {
      title: "Bitte verzichten Sie hier auf das Menü der rechten Taste",
      text: "In Ihren Antworten dürfen Sie es benutzen, etwa für die Rechtschreibung.",
    },
    goFull: "Vollbild",
    notNow: "Ohne weiter",
    close: "Schließen",
    notPrinted: "Diese Prüfung soll nicht gedruckt werden.",
  },
  yourAnswer: "Ihre Antwort:",
};
