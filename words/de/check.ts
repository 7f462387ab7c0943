import type { Sentences } from "../words.ts";

export const check: Sentences["check"] = {
  tab: "Gerät prüfen",
  title: "Dieses Gerät prüfen und üben",
  lead:
    "Hier wird nichts aufbewahrt und nichts gesendet: Es wird auf diesem Gerät ausprobiert und vergessen, wenn Sie gehen.",
  back: "An einer Prüfung teilnehmen",
  device: "Dieses Gerät",
  states: { running: "Wird geprüft", good: "Gut", note: "Gut zu wissen", problem: "Nicht gut" },
  again: "Noch einmal prüfen",
  done: {
    good: "Dieses Gerät ist bereit für eine Prüfung.",
    problem: "Etwas an diesem Gerät braucht Ihre Aufmerksamkeit: Lesen Sie, was.",
  },
  connection: {
    name: "Verbindung",
    running: "Der Prüfungsserver wird gefragt …",
    both: "Der Prüfungsserver antwortet, auf beiden Wegen, die eine Prüfung nutzen kann.",
    httpsOnly:
      "Ständige Verbindungen sind in diesem Netz gesperrt. Der andere Weg geht: Es wird trotzdem alles gespeichert.",
    socketOnly: "Nur ständige Verbindungen kommen durch. Das genügt für eine Prüfung.",
    none:
      "Der Prüfungsserver ist von hier nicht erreichbar. Sehen Sie nach, ob sich andere Seiten öffnen; wenn ja, sagen Sie es Ihrem Prüfungsamt.",
  },
  storage: {
    name: "Speicher",
    running: "Es wird versucht, etwas auf diesem Gerät aufzubewahren …",
    good: "Dieser Browser kann Ihre Arbeit auf diesem Gerät aufbewahren, bis der Server sie hat, auch ohne Netz.",
    noShell:
      "Dieser Browser kann Ihre Arbeit auf diesem Gerät aufbewahren. Nach einem Neuladen ohne Netz kann er die Prüfungsseite nicht öffnen: Warten Sie dann auf das Netz.",
    none:
      "Dieser Browser bewahrt für diese Seite nichts auf. Erlauben Sie Websitedaten, oder verlassen Sie das private Fenster: Sonst könnten bei einem Absturz die letzten Augenblicke Ihrer Arbeit verloren gehen.",
  },
  clock: {
    name: "Uhr",
    running: "Die Uhren werden verglichen …",
    good: "Die Uhr dieses Geräts geht richtig.",
    off:
      "Die Uhr dieses Geräts geht um {off:duration} falsch. Das ändert nichts: Für eine Prüfung gilt die Zeit des Servers.",
    unknown:
      "Die Zeit des Servers konnte nicht erfragt werden. Für eine Prüfung gilt in jedem Fall die Zeit des Servers.",
  },
  keyboard: {
    name: "Tastatur",
    running: "Beginnen Sie unten zu üben und drücken Sie ein paar Tasten.",
    good: "Tasten werden aufgezeichnet, wie sie sollen.",
    synthetic:
      "Tasten kommen ohne ihre Zeiten an, wie bei Diktat oder Bildschirmtastatur. Sie können damit eine Prüfung schreiben.",
  },
  practice: {
    title: "Üben",
    lead:
      "Antworten Sie wie in einer Prüfung. Daneben sehen Sie, was eine Prüfung davon aufzeichnen würde, sobald es geschieht. Was Sie hier schreiben, ist keine Antwort auf irgendetwas.",
    start: "Mit dem Üben beginnen",
    stop: "Aufhören",
    question: "Übungsfrage {number} von {count}",
    next: "Nächste Übungsfrage",
    essay: "Beschreiben Sie den Ort, an dem Sie Ihre Prüfung schreiben werden, in zwei oder drei Sätzen.",
    single: "Was kommt im Alphabet zuerst?",
    choices: { a: "Banane", b: "Apfel", c: "Kirsche" },
    ordering: "Bringen Sie dies in die Reihenfolge vom Kleinsten zum Größten.",
    things: { a: "Haus", b: "Ameise", c: "Hund" },
  },
  live: {
    title: "Was aufgezeichnet wird",
    empty:
      "Noch nichts. Drücken Sie eine Taste, bewegen Sie den Zeiger, oder wechseln Sie in ein anderes Fenster und zurück.",
    key: "Eine Taste: {kind}, {held} ms gehalten",
    keyWithoutTime: "Eine Taste: {kind}",
    kinds: {
      letter: "ein Buchstabe",
      digit: "eine Ziffer",
      space: "die Leertaste",
      punctuation: "ein Satzzeichen",
      enter: "Eingabe",
      tab: "Tabulator",
      backspace: "Rücktaste",
      delete: "Entfernen",
      arrow: "ein Pfeil",
      navigation: "eine Taste zum Bewegen",
      modifier: "Umschalt oder Ähnliches",
      shortcut: "ein Tastenkürzel",
      function: "eine Funktionstaste",
      other: "eine andere Taste",
    },
    pointer: {
      move: "Der Zeiger hat sich bewegt",
      down: "Der Zeiger hat gedrückt",
      up: "Der Zeiger hat losgelassen",
      wheel: "Die Seite wurde gescrollt",
    },
    edit: "Antwort: {inserted:characters} eingefügt, {removed:characters} entfernt",
    putIn: "Antwort: {inserted:characters} eingefügt",
    takenOut: "Antwort: {removed:characters} entfernt",
    select: "Antwort: Eine Auswahl wurde getroffen",
    copied: "{length:characters} kopiert; welche, wird nicht aufgezeichnet",
    cut: "{length:characters} ausgeschnitten",
    pasted: "{length:characters} eingefügt",
    left: "Sie haben dieses Fenster verlassen",
    cameBack: "Sie sind in dieses Fenster zurückgekehrt",
    hidden: "Dieser Tab wurde verdeckt",
    shown: "Dieser Tab wurde wieder gezeigt",
    idle: "Seit {ms:span} keine Eingabe",
    resized: "Die Größe des Fensters hat sich geändert",
    fullscreen: { on: "Das Vollbild begann", off: "Das Vollbild wurde verlassen" },
    display: { one: "Der Browser meldet einen Bildschirm", several: "Der Browser meldet mehr als einen Bildschirm" },
    network: { on: "Das Netz ist wieder da", off: "Das Netz ist weg" },
    begun: "Die Aufzeichnung hat begonnen",
  },
};
