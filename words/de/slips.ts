import type { Sentences } from "../words.ts";

export const slips: Sentences["slips"] = {
  title: "Zettel",
  pageTitle: "{exam} · Zettel",
  lead:
    "{n:links}, zum Drucken und Schneiden an den gestrichelten Linien. Sie sind nur in diesem Tab: Ist er zu, sind sie weg.",
  print: "Drucken",
  forget: "Diese Links vergessen",
  back: "Zurück zur Liste",
  noneTitle: "Keine Links zum Drucken",
  noneLead: "Persönliche Links werden einmal gezeigt, wenn sie entstehen. Erstellen Sie neue, wo einer verloren ging.",
  open: "Öffnen Sie diese Adresse",
  enter: "und geben Sie diese Zeichen ein",
  scan: "oder scannen Sie dies",
  opens: "Öffnet {at}",
  for: "Nur für {name}",
};
