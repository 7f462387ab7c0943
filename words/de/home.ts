import type { Sentences } from "../words.ts";

export const home: Sentences["home"] = {
  tab: "Online-Prüfungen",
  title: "Online-Prüfungen, beaufsichtigt über ihren Verlauf, nicht durch eine Kamera",
  lead:
    "Keine Kamera, kein Mikrofon, keine Aufnahme des Bildschirms. Invigil achtet auf den Rhythmus einer Prüfung und sagt der Aufsicht mit Gründen, wenn etwas einen Blick wert ist.",
  join: "An einer Prüfung teilnehmen",
  signIn: "Anmelden für Lehrende",
  promises: {
    live: {
      name: "Live",
      text: "Die Aufsicht sieht eine Veränderung binnen einer Sekunde, mit dem Grund in einfachen Worten.",
    },
    kept: {
      name: "Nichts geht verloren",
      text: "Was bestätigt wurde, ist gespeichert. Weder ein Verbindungsabbruch noch ein Absturz kostet eine Antwort.",
    },
    explained: {
      name: "Begründet",
      text:
        "Ein Wert ist die Summe benannter Anteile, jeder mit dem verbunden, was zu sehen war. Er lässt sich nachrechnen und anfechten.",
    },
    fair: {
      name: "Fair",
      text: "Nachteilsausgleiche gehen in den Wert ein, und „zu wenig, um etwas zu sagen“ ist eine Antwort.",
    },
  },
};
