import type { Sentences } from "../words.ts";

export const publishWarnings: Sentences["publishWarnings"] = {
  extra_time_for_all:
    "Alle haben {percent:percent} mehr Zeit. Wer zu Beginn anfängt, schreibt bis zu {minutes:fullMinutes} über das Ende der Prüfung hinaus.",
  extra_time_for_some:
    "{students:students} mit {percent:percent} mehr Zeit: geschrieben wird bis zu {minutes:fullMinutes} über das Ende der Prüfung hinaus.",
};
