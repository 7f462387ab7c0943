import type { Sentences } from "../words.ts";

export const rosterNotes: Sentences["rosterNotes"] = {
  encoding: "Die Datei ist nicht in UTF-8; sie wurde als {encoding} gelesen. Achten Sie auf Akzente und Umlaute.",
  unseen_replaced: "Zeichen, die niemand sehen kann, etwa {sign}, wurden durch � ersetzt.",
  broken: "Ab hier ist die Tabelle nicht lesbar: Vielleicht fehlt ein Anführungszeichen.",
  nothing: "Es wurde kein Prüfling gefunden.",
  too_many: "Eine Datei hat höchstens {most} Prüflinge; bringen Sie die übrigen in einer weiteren.",
  more_notes: "{notes} weitere Hinweise werden nicht gezeigt.",
  unknown_column: "Die Spalte „{column}“ ist nicht bekannt und wurde ausgelassen.",
  column_twice: "Die Spalte „{column}“ steht zweimal da.",
  email: "Adressen werden nicht gespeichert: Eine Prüfung braucht sie nicht.",
  plain_list:
    "Die erste Zeile nennt keine Spalten. Deshalb wurde jede Zeile als Prüfling gelesen: ein Name, dahinter eine Nummer, wenn es eine gibt.",
  plain_line: "Diese Zeile ist nicht verständlich. Schreiben Sie einen Namen oder Name und Nummer: Ada Lovelace, 1001",
  name_turned: "Zwei Namen mit einem Komma dazwischen wurden als Nachname, Vorname gelesen: {name}.",
  no_name: "Der Name fehlt.",
  not_valid: "Das ist kein Prüfling.",
  extra_time: "„{text}“ ist keine Zusatzzeit. Schreiben Sie 25 % oder 15 min.",
  extra_time_bare:
    "„{text}“ hat keine Einheit und wurde als Prozent gelesen, hier und überall, wo in der Liste keine steht. Minuten schreiben Sie als 15 min.",
  number: "„{text}“ ist keine Zahl.",
  breaks: "„{text}“ ist keine Pause. Schreiben Sie 10 min oder 2 x 10 min.",
  technology:
    "„{text}“ ist keine Hilfstechnik. Bekannt sind dictation, screen_reader, switch_access und motor_impairment.",
  signal:
    "„{text}“ ist kein Signal. Bekannt sind away, external_text, transcription, takeover, automation, display und capture.",
  moment: "„{text}“ ist kein Zeitpunkt. Schreiben Sie 28.11.2026 09:00.",
  window: "Das Startfenster endet, bevor es beginnt.",
  number_twice: "Die Nummer {number} steht auch in Zeile {line}.",
  name_twice: "{name} steht auch in Zeile {line}. Geben Sie beiden eine Nummer.",
  name_not_one: "{name} steht mehr als einmal auf der Liste. Geben Sie die Nummer an.",
  has_begun: "{name} hat begonnen: Nur Gruppe und Grund ändern sich. Was erlaubt ist, ändert die Aufsicht im Raum.",
};
