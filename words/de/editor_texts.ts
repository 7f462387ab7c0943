import type { Sentences } from "../words.ts";

export const editorTexts: Sentences["editorTexts"] = {
  tools: "Formatierung",
  kinds: {
    bold: "Fett",
    list: "Liste",
    table: "Tabelle",
    formula: "Formel",
    code: "Code",
    picture: "Bild einfügen",
  },
  examples: { bold: "fetter Text", item: "erster Punkt", column: "Spalte" },
  pictures: { label: "Bilder in diesem Text", noText: "Ohne Alternativtext", remove: "Bild {picture} entfernen" },
  picture: {
    title: "Bild einfügen",
    file: "Bild",
    fileHint: "PNG, JPEG, WebP oder SVG, bis 2 MB. Bilder lassen sich auch in einen Text einfügen oder darauf ablegen.",
    field: {
      choose: "Datei wählen",
      other: "Andere wählen",
      none: "Wählen Sie ein Bild oder legen Sie es hier ab.",
    },
    text: "Was ist zu sehen?",
    textHint: "Für alle, die es nicht sehen können. Sagen Sie, was die Frage braucht, und nicht mehr.",
    fileMissing: "Wählen Sie ein Bild",
    wrongKind: "Das ist kein PNG, JPEG, WebP oder SVG. Speichern Sie es als eines davon und wählen Sie es erneut.",
    tooLarge: "Dieses Bild hat mehr als 2 MB. Verkleinern Sie es und wählen Sie es erneut.",
    textMissing: "Sagen Sie, was auf dem Bild zu sehen ist",
    submit: "Bild einfügen",
    sending: "Wird eingefügt …",
    cancel: "Abbrechen",
  },
  format: "Wie Texte geschrieben sind",
  formats: {
    markdown: { name: "Mit Formatierung", meaning: "Fett, Listen, Tabellen, Formeln, Code und Bilder, als Markdown." },
    plain: { name: "Einfach", meaning: "Jedes Zeichen erscheint so, wie es getippt ist." },
  },
};
