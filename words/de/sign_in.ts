import type { Sentences } from "../words.ts";

export const signIn: Sentences["signIn"] = {
  title: "Anmelden",
  lead: "Für Aufsicht, Prüfungsleitung und Verwaltung.",
  username: "Benutzername",
  password: "Passwort",
  code: "Einmalcode",
  codeHint: "Aus Ihrer Authenticator-App.",
  haveCode: "Ich habe einen Einmalcode",
  submit: "Anmelden",
  busy: "Anmeldung läuft …",
  student: "Sie schreiben eine Prüfung? {join}",
  join: "Mit dem Prüfungscode teilnehmen",
  noUsername: "Geben Sie Ihren Benutzernamen ein",
  noPassword: "Geben Sie Ihr Passwort ein",
  noCode: "Geben Sie die 6 Ziffern ein, die Ihr Authenticator anzeigt",
  wrong: "Benutzername oder Passwort stimmt nicht.",
  wrongCode: "Dieser Code stimmt nicht. Geben Sie den ein, der jetzt angezeigt wird.",
  tooMany: "Zu viele Versuche. Warten Sie einige Minuten und versuchen Sie es dann noch einmal.",
};
