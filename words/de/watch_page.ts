import type { Sentences } from "../words.ts";

export const watchPage: Sentences["watchPage"] = {
  lead:
    "Diese Prüfung schreiben Sie auf {host}. Die Invigil-Erweiterung beobachtet dort, wie Sie schreiben. Sie hat keine Kamera und fragt Sie vorher.",
  steps: "So beginnen Sie",
  install: "Installieren Sie die Invigil-Erweiterung in Chrome oder Edge. Ihr Prüfungsamt sagt Ihnen, wo es sie gibt.",
  press: "Kommen Sie auf diese Seite zurück und drücken Sie auf den Knopf der Erweiterung neben der Adresse.",
  agree: "Lesen Sie, was erfasst wird, stimmen Sie zu und öffnen Sie die Prüfung.",
  link:
    "Wenn Sie diese Seite auf einem anderen Gerät geöffnet haben, setzen Sie dort ihre Adresse in die Erweiterung ein:",
  without:
    "Sie können oder wollen sie nicht installieren? Fragen Sie Ihr Prüfungsamt nach einem anderen Weg. Es wurde nichts erfasst.",
  here: "Diese Prüfung wird auf diesem Server geschrieben: Sie braucht keine Erweiterung.",
  join: "Zur Prüfung",
};
