import type { Sentences } from "../words.ts";

export const joinForms: Sentences["joinForms"] = {
  code: {
    label: "Prüfungscode",
    hint: "Sie haben ihn von Ihrer Lehrkraft oder vom Prüfungsamt, zum Beispiel BIO-101.",
    missing: "Geben Sie den Prüfungscode ein",
    malformed: "Ein Prüfungscode hat 3 bis 32 Buchstaben, Ziffern und Bindestriche, ohne Leerzeichen",
    submit: "Weiter",
  },
  open: {
    title: "In diesem Browser offen",
    goOn: "Weiter als {name}",
    somebodyElse: "Wenn Sie jemand anderes sind, nehmen Sie unten teil.",
  },
  token: {
    label: "Persönlicher Link",
    hint: "Der ganze Link oder nur die Zeichen hinter dem #. Er wurde nur Ihnen gegeben.",
    missing: "Geben Sie Ihren persönlichen Link ein",
    used: "Dieser persönliche Link wird schon verwendet. Wenn nicht von Ihnen, sagen Sie es jetzt Ihrer Aufsicht.",
    unknown:
      "Dieser persönliche Link öffnet keine Prüfung. Prüfen Sie ihn Zeichen für Zeichen, oder fragen Sie Ihr Prüfungsamt.",
    have: "Ich habe einen persönlichen Link",
    haveNot: "Ich habe keinen persönlichen Link",
  },
  name: {
    label: "Ihr vollständiger Name",
    missing: "Geben Sie Ihren Namen ein",
    unusable: "Geben Sie Ihren Namen in sichtbaren Zeichen ein, höchstens {most}",
  },
  number: {
    label: "Matrikelnummer (falls Sie eine haben)",
    used:
      "Mit dieser Nummer wird diese Prüfung schon geschrieben. Wenn Sie das nicht waren oder hier weiterschreiben müssen, sagen Sie es jetzt der Aufsicht.",
    unusable: "Geben Sie Ihre Matrikelnummer in sichtbaren Zeichen ein, höchstens {most}",
  },
  opens: "Diese Prüfung öffnet am {at}",
  opensHint: "Sie können hier schon alles lesen und dann wiederkommen.",
  declared: {
    label: "Nutzen Sie etwas davon? (freiwillig)",
    hint:
      "Ihre eigene Angabe: Die Aufsicht sieht sie, und sie wird mit Ihrer Prüfung aufbewahrt. Mehr Zeit gibt es dadurch nicht; sagen Sie es dafür Ihrem Prüfungsamt oder bitten Sie die Aufsicht darum.",
    options: {
      dictation: "Ich diktiere",
      screen_reader: "Ich nutze ein Bildschirmleseprogramm",
      switch_access: "Ich nutze eine Schaltersteuerung",
      motor_impairment: "Ich nutze andere Hilfen, weil ich mich eingeschränkt bewegen kann",
    },
  },
  consent: {
    label: "Ich habe gelesen, was erfasst wird und warum, und bin für diese Prüfung damit einverstanden.",
    missing: "Stimmen Sie zu, um fortzufahren, oder lehnen Sie unten ab",
    submit: "Zustimmen und Prüfung beginnen",
    busy: "Die Prüfung beginnt …",
    decline: "Ich stimme nicht zu",
    submitToWait: "Zustimmen und beitreten",
    timeBeginsLetIn: "Ihre Zeit läuft, sobald die Aufsicht Sie einlässt.",
    timeBegins: "Ihre Zeit läuft, sobald Sie beginnen.",
  },
  problems: {
    storage:
      "Dieser Browser bewahrt für diese Seite nichts auf. Erlauben Sie Websitedaten, oder nehmen Sie einen anderen Browser.",
    unknownExam: "Zu diesem Code gibt es keine Prüfung mehr. Fragen Sie die Person, die ihn Ihnen gegeben hat.",
    notOpen: "Diese Prüfung ist noch nicht geöffnet. Versuchen Sie es zu ihrem Beginn noch einmal.",
    notOpenUntil: "Diese Prüfung öffnet am {at}. Versuchen Sie es dann noch einmal.",
    closed: "Diese Prüfung ist geschlossen. Fragen Sie Ihr Prüfungsamt.",
    full: "Diese Prüfung ist voll: Niemand kann mehr teilnehmen. Sagen Sie es Ihrer Aufsicht.",
    tokenOnly: "An dieser Prüfung nimmt man mit einem persönlichen Link teil. Fragen Sie Ihr Prüfungsamt nach Ihrem.",
    crowded: "Gerade melden sich sehr viele an. Warten Sie eine Minute, und versuchen Sie es dann noch einmal.",
  },
};
