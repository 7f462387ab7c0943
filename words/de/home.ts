import type { Sentences } from "../words.ts";

export const home: Sentences["home"] = {
  tab: "Online-Prüfungen",
  title: "Online-Prüfungen, beaufsichtigt über ihren Verlauf, nicht durch eine Kamera",
  lead:
    "Keine Kamera, kein Mikrofon, keine Aufnahme des Bildschirms. Invigil achtet auf den Rhythmus einer Prüfung und sagt der Aufsicht mit Gründen, wenn etwas einen Blick wert ist.",
  join: "An einer Prüfung teilnehmen",
  signIn: "Anmelden für Lehrende",
  tryIt: "Hier ausprobieren",
  pictures: {
    room: {
      alt:
        "Der Raum der Aufsicht: eine Liste der Prüflinge, die mit dem höchsten Risiko zuerst, jeweils mit Stufe, Zahl, den größten Gründen in Punkten, Zustand und Fortschritt.",
      caption:
        "Der Raum einer Prüfung mit dreißig simulierten Prüflingen. Wer einen Blick braucht, steht oben, mit dem Grund.",
    },
    exam: {
      alt:
        "Die Prüfung eines Prüflings: die Frage, die Antwort, die gerade geschrieben wird, die verbleibende Zeit und der Hinweis, dass alles gespeichert ist.",
      caption: "Was ein Prüfling sieht: die Frage, die Zeit, und dass alles gespeichert ist.",
    },
    reasons: {
      alt:
        "Ein Prüfling neben dem Raum: das Risiko im Verlauf und woraus es besteht, jeder Anteil mit Punkten, einem Satz dazu, was zu sehen war, und wann.",
      caption: "Woraus ein Risiko besteht: jeder Anteil mit dem, was zu sehen war, was üblich ist, und wann.",
    },
    replay: {
      alt:
        "Die Wiedergabe einer Prüfung: eine Zeitleiste mit Vorkommnissen, ein Regler und die Antwort, in der Getipptes anders aussieht als das, was am Stück ankam.",
      caption: "Wie eine Antwort entstand. Was am Stück ankam, sieht anders aus als Getipptes.",
    },
  },
  how: {
    title: "Wie es geht",
    sit: {
      name: "Prüflinge schreiben",
      text: "In jedem Browser, mit Tastatur, Bildschirmleser oder schlechtem Netz. Keine Antwort geht verloren.",
    },
    score: {
      name: "Der Rhythmus wird betrachtet",
      text:
        "Tippen, Zeiger, Fokus und Zwischenablage werden binnen einer Sekunde zu einem Risiko. Reicht es für keine Aussage, steht das da.",
    },
    look: {
      name: "Die Aufsicht sieht, wer einen Blick braucht",
      text: "Mit dem Grund in einfachen Worten und dem Moment dahinter. Prüflinge können ihren eigenen sehen.",
    },
    decide: {
      name: "Ein Mensch entscheidet",
      text:
        "Später, nach einer Wiedergabe, an deren Ende der abgegebene Text steht, und nachdem der Prüfling gehört wurde. Die Zahl entscheidet nichts.",
    },
  },
  sees: {
    title: "Was es sieht, und was es nie sieht",
    seen: {
      name: "Aufgezeichnet wird",
      items: {
        keys: "wann Tasten gedrückt werden, wie lange, und von welcher Art",
        answers: "wie die Antworten entstehen: getippt, gelöscht, verschoben, am Stück eingefügt",
        pointer: "wie sich der Zeiger auf der Seite der Prüfung bewegt",
        pasted: "dass etwas kopiert oder eingefügt wurde, und wie lang es war",
        away: "wann die Seite verlassen wird, und wann sie offline ist",
        display: "die Größe des Fensters, Vollbild, und ob es einen zweiten Bildschirm gibt",
      },
    },
    never: {
      name: "Niemals",
      items: {
        camera: "Kamera, Mikrofon, oder was ein Bildschirm zeigt",
        key: "welche Taste es war",
        clipboard: "was in der Zwischenablage steht",
        others: "andere Tabs, andere Programme, andere Seiten",
      },
    },
    more: "Alles, was aufgezeichnet wird, wie lange, und wer es sieht",
  },
  rates: {
    title: "Wie oft es irrt",
    lead:
      "Gemessen an {n:plain} aufgezeichneten Sitzungen von Menschen, die nichts Unrechtes taten. In Klammern der Bereich, in dem der wahre Anteil in 95 von 100 Fällen liegt.",
    signal: "Anzeichen",
    speaks: "Sagte überhaupt etwas",
    lifts: "Allein genug für mehr als „niedrig“",
    unmeasured: "an Aufzeichnungen nicht messbar; nur simuliert",
    percent: "{n} %",
    rate: "{value} ({low}–{high})",
    more: "Jede Zahl, woran sie gemessen wurde, und was kein Anzeichen sehen kann",
  },
  promised: "Vier Versprechen, und woran man sie messen kann",
  promises: {
    live: {
      name: "Live",
      text: "Die Aufsicht sieht eine Veränderung binnen einer Sekunde, mit dem Grund in einfachen Worten.",
      proof: "Gemessene Zeiten",
    },
    kept: {
      name: "Nichts geht verloren",
      text: "Was bestätigt wurde, ist gespeichert. Weder ein Verbindungsabbruch noch ein Absturz kostet eine Antwort.",
      proof: "Wie das Protokoll arbeitet",
    },
    explained: {
      name: "Begründet",
      text:
        "Ein Wert ist die Summe benannter Anteile, jeder mit dem verbunden, was zu sehen war. Er lässt sich nachrechnen und anfechten.",
      proof: "Wie ein Risiko entsteht",
    },
    fair: {
      name: "Fair",
      text: "Nachteilsausgleiche gehen in den Wert ein, und „zu wenig, um etwas zu sagen“ ist eine Antwort.",
      proof: "Fehlerraten und Grenzen",
    },
  },
  readers: {
    title: "Wo man anfängt",
    students: {
      name: "Prüflinge",
      text: "Was geschieht, was aufgezeichnet wird, und wie man nachher zeigt, wie die Antworten entstanden.",
      links: {
        guide: "Eine Prüfung schreiben",
        check: "Das Gerät ausprobieren",
        verify: "Den signierten Nachweis prüfen",
      },
    },
    instructors: {
      name: "Lehrende",
      text: "Von der leeren Seite bis zu bewerteten Antworten.",
      links: { write: "Eine Prüfung entwerfen", admit: "Prüflinge zulassen", results: "Ergebnisse geben" },
    },
    proctors: {
      name: "Aufsicht",
      text: "Hunderte zugleich: wer Sie jetzt braucht, warum, und was Sie tun können.",
      links: { guide: "Einen Raum führen" },
    },
    reviewers: {
      name: "Durchsicht",
      text: "Belege, die sich abspielen, anfechten und prüfen lassen, und eine Entscheidung, die hält.",
      links: { guide: "Versuche durchsehen", verify: "Einen Export prüfen" },
    },
    engineers: {
      name: "Technik",
      text: "Ein Prozess, ein Befehl, eine Datenbank. Lesen Sie den Code, bevor Sie ihm glauben.",
      links: { run: "Einen Server betreiben", architecture: "Aufbau", api: "API-Referenz" },
    },
  },
  run: {
    title: "In Betrieb nehmen",
    lead:
      "Auf einem Rechner mit Node: Die erste Zeile startet mit einer Demo-Prüfung, die zweite führt alle Tests aus.",
    more: "Ein Server in zehn Minuten",
  },
};
