import type { Sentences } from "../words.ts";

export const alertTexts: Sentences["alertTexts"] = {
  risk_high: "Das Risiko ist nun hoch.",
  hundred_submitted:
    "Das Risiko hat 100 erreicht. Der Versuch wurde gesperrt und abgegeben, wie es die Regeln dieser Prüfung vorsehen.",
  hundred_locked: "Das Risiko hat 100 erreicht. Der Versuch ist gesperrt, bis eine Aufsicht ihn freigibt.",
  hundred_unattended: "Das Risiko hat 100 erreicht. Keine Aufsicht war verbunden, darum geht er weiter.",
  hundred_alert_only: "Das Risiko hat 100 erreicht. Der Versuch geht weiter; ein Mensch entscheidet.",
  token_reused: "Ein bereits benutzter persönlicher Link wurde erneut versucht, vielleicht auf einem anderen Gerät.",
  takeovers: "Der Versuch hat mehrmals das Gerät, den Browser oder das Netz gewechselt.",
  join_burst: "In kurzer Zeit kamen {count:students} dazu, seit {since}.",
  same_name: "{count} Versuche haben diesen Namen oder einen, der so aussieht.",
  number_reused: "Jemand wollte mit der Nummer dieser Person noch einmal teilnehmen.",
  listed: "Mit dem Code der Prüfung beigetreten, unter einem Namen oder einer Nummer von der Teilnehmerliste.",
  flagged: "Markiert von {by}.",
  called: "Bittet um eine Aufsicht.",
  calledWith: "Bittet um eine Aufsicht: {text}",
  risk_above: "Das Risiko stieg über {risk}.",
  not_applied:
    "Geschrieben, während der Versuch pausiert, gesperrt oder zu Ende war: behalten, nicht übernommen (bisher {characters:characters}).",
};
