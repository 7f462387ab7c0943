import type { Sentences } from "../words.ts";

export const evidenceLinks: Sentences["evidenceLinks"] = {
  title: "Dem Prüfling zeigen",
  lead:
    "Mit einem Link sieht der Prüfling diese Belege in einfachen Worten, ohne Konto, und kann antworten. Entscheidungen, Notizen und wer was getan hat, sind nicht zu sehen.",
  days: "Gültig",
  nDays: "{n:plain} Tage",
  make: "Link machen",
  shownOnce: "Jetzt kopieren: Er wird nur einmal gezeigt und nirgends aufbewahrt.",
  copy: "Link kopieren",
  copied: "Kopiert",
  until: "Gültig bis {until}",
  made: "gemacht von {by}, {at}",
  neverOpened: "noch nicht geöffnet",
  opened: "zuletzt geöffnet {at}",
  revoke: "Zurücknehmen",
  revokeAloud: "Den Link zurücknehmen, der bis {until} gilt",
};
