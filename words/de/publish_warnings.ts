import type { Sentences } from "../words.ts";

export const publishWarnings: Sentences["publishWarnings"] = {
  extra_time_for_all:
    "Alle haben {percent:percent} mehr Zeit. Wer zu Beginn anfängt, schreibt bis zu {minutes:fullMinutes} über das Ende der Prüfung hinaus.",
  extra_time_for_some:
    "{students:students} mit {percent:percent} mehr Zeit: geschrieben wird bis zu {minutes:fullMinutes} über das Ende der Prüfung hinaus.",
  open_beside_roster:
    "Es gibt eine Liste von Prüflingen, und trotzdem kann jeder mit dem Code beitreten. Wählen Sie, wer beitreten kann, wenn nur die Liste gemeint ist.",
  picture_without_text:
    "Ein Bild hat keinen Alternativtext: wer es nicht sehen kann, erfährt nichts davon. Schreiben Sie in die eckigen Klammern, was es zeigt.",
  formula_unread: "Eine Formel ist nicht lesbar. Sie wird gezeigt, wie sie geschrieben wurde.",
};
