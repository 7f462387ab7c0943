import type { Sentences } from "../words.ts";

export const sign_in: Sentences["sign_in"] = {
  title: "Anmelden",
  lead: "Für Aufsicht, Prüfungsleitung und Verwaltung.",
  username: "Benutzername",
  password: "Passwort",
  code: "Einmalcode",
  code_hint: "Aus Ihrer Authenticator-App.",
  have_code: "Ich habe einen Einmalcode",
  submit: "Anmelden",
  busy: "Anmeldung läuft …",
  student: "Sie schreiben eine Prüfung? {join}",
  join: "Mit dem Prüfungscode teilnehmen",
  no_username: "Geben Sie Ihren Benutzernamen ein",
  no_password: "Geben Sie Ihr Passwort ein",
  no_code: "Geben Sie die 6 Ziffern ein, die Ihr Authenticator anzeigt",
  wrong: "Benutzername oder Passwort stimmt nicht.",
  wrong_code: "Dieser Code stimmt nicht. Geben Sie den ein, der jetzt angezeigt wird.",
  too_many: "Zu viele Versuche. Warten Sie einige Minuten und versuchen Sie es dann noch einmal.",
};
