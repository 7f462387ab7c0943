import type { Sentences } from "../words.ts";

export const invitation: Sentences["invitation"] = {
  pageTitle: "Passwort wählen",
  title: "Willkommen bei Invigil",
  lead: "Wählen Sie ein Passwort für Ihr Konto.",
  broken: "Diese Adresse ist nicht vollständig",
  brokenHelp: "Öffnen Sie den Einladungslink noch einmal genau so, wie er Ihnen geschickt wurde.",
  used: "Diese Einladung wurde schon benutzt oder ist abgelaufen. Bitten Sie um eine neue.",
  submit: "Passwort setzen und anmelden",
};
