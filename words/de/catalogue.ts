import type { Sentences } from "../words.ts";

export const catalogue: Sentences["catalogue"] = {
  topics: {
    answers: "Ihre Antworten",
    keyboard: "Tastatur",
    pointer: "Zeiger",
    clipboard: "Kopieren und Einfügen",
    window: "Fenster",
    time: "Zeit und Verbindung",
  },
  events: {
    answer_edit: {
      seen:
        "Der Text Ihrer Antwort hat sich geändert: wo, wie viel entfernt wurde und welcher Text hinzukam, mit seiner Zeit; und ob der Browser sagt, dass ein Skript es war.",
      purpose:
        "Damit nichts verloren geht, was Sie schreiben, und damit sich zeigen lässt, wie eine Antwort entstanden ist.",
    },
    answer_select: {
      seen: "Eine Auswahl wurde getroffen: Ihre Antwort; und ob der Browser sagt, dass ein Skript es war.",
      purpose: "Damit Ihre Auswahl gespeichert wird, sobald Sie sie treffen.",
    },
    question_view: {
      seen: "Eine Frage wurde geöffnet.",
      purpose: "Damit sich das Gesehene nach Fragen trennen und mit Ihren eigenen früheren vergleichen lässt.",
    },
    keystroke_data: {
      seen:
        "Eine Taste wurde gedrückt: welche Art von Taste, wie lange sie gehalten wurde, wie lange nach der letzten, und ob der Browser sagt, dass ein Skript sie gedrückt hat. Nicht, welche Taste.",
      purpose:
        "Der Rhythmus des Tippens zeigt, ob dieselbe Person weiterschreibt und ob ein Text abgeschrieben wird. Wenn Sie beim Warten auf den Einlass üben, wird der Rhythmus davon als Beispiel Ihres Tippens aufbewahrt, und nicht, was Sie schreiben.",
    },
    mouse_data: {
      seen:
        "Wohin der Zeiger bewegt wurde, wo gedrückt oder gescrollt wurde, als Anteile des Fensters; beim Drücken einer Maus, wie weit von der Mitte der Schaltfläche oder des Feldes; und ob der Browser sagt, dass ein Skript es war.",
      purpose: "Wie sich ein Zeiger bewegt und wohin er drückt, zeigt, ob ein Mensch oder ein Programm am Werk ist.",
    },
    copy_event: {
      seen: "Text auf der Seite wurde kopiert: wie viele Zeichen, nicht welche.",
      purpose: "Damit Text, den Sie innerhalb der Prüfung verschieben, als Ihr eigener bekannt ist.",
    },
    cut_event: {
      seen: "Text in einer Antwort wurde ausgeschnitten: wie viele Zeichen.",
      purpose: "Damit Text, den Sie innerhalb der Prüfung verschieben, als Ihr eigener bekannt ist.",
    },
    paste_event: {
      seen: "Text wurde eingefügt: wie viele Zeichen und ob er aus dieser Prüfung kam.",
      purpose: "Text von außerhalb der Prüfung braucht vielleicht eine Erklärung.",
    },
    focus_change: {
      seen: "Das Fenster der Prüfung hat die Tastatur verloren oder zurückbekommen.",
      purpose: "Zeit in einem anderen Fenster braucht vielleicht eine Erklärung.",
    },
    tab_switch: {
      seen: "Der Tab der Prüfung wurde verdeckt oder wieder gezeigt.",
      purpose: "Zeit in einem anderen Tab braucht vielleicht eine Erklärung.",
    },
    window_resize: {
      seen: "Die Größe des Fensters hat sich geändert.",
      purpose: "Ein verkleinertes Fenster lässt vielleicht Platz für ein anderes daneben.",
    },
    fullscreen_change: {
      seen: "Das Vollbild wurde eingeschaltet oder verlassen.",
      purpose: "Wer das Vollbild verlässt, sieht vielleicht ein anderes Fenster.",
    },
    display_change: {
      seen: "Ob der Browser mehr als einen Bildschirm meldet.",
      purpose: "Ein zweiter Bildschirm kann zeigen, was der erste nicht zeigt.",
    },
    idle: {
      seen: "Eine Zeit ohne jede Eingabe.",
      purpose: "Damit eine Pause als Pause bekannt ist.",
    },
    capture_start: {
      seen:
        "Die Seite hat mit der Aufzeichnung begonnen: welche der hier genannten Arten sie sehen kann, und ob der Browser sagt, dass ihn ein Programm steuert.",
      purpose:
        "Damit eine Seite, die nichts sieht, nicht mit jemandem verwechselt wird, der nichts tut, und ein Programm nicht mit einem Menschen.",
    },
    connection_change: {
      seen: "Der Browser verlor das Netz oder bekam es zurück. Nie ein Grund für ein Risiko.",
      purpose: "Damit ein ausgefallenes Netz nie für etwas anderes gehalten wird.",
    },
  },
  never: {
    camera: "Keine Kamera, kein Mikrofon, kein Bild Ihres Bildschirms.",
    keys: "Nicht, welche Tasten Sie außerhalb Ihrer Antworten drücken: nur welche Art von Taste und wann.",
    clipboard:
      "Nicht, was in Ihrer Zwischenablage steht. Text, den Sie in eine Antwort einfügen, wird ein Teil der Antwort.",
    outside: "Nichts, bevor Sie zustimmen, und nichts, nachdem Sie abgegeben haben.",
  },
};
