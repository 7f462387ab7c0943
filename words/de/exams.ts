import type { Sentences } from "../words.ts";

export const exams: Sentences["exams"] = {
  title: "Prüfungen",
  lead: "{n:exams}, für die Sie zuständig sind",
  new_exam: "Neue Prüfung",
  columns: { exam: "Prüfung", code: "Code", state: "Stand", attempts: "Versuche", room: "Raum" },
  states: { draft: "Entwurf", published: "Offen", closed: "Geschlossen" },
  open_room: "Raum öffnen",
  open_room_of: "Raum öffnen: {exam}",
  none_to_make: "Noch keine Prüfung. Legen Sie eine aus ihrem JSON-Dokument an, hier oder mit {command}.",
  none_assigned: "Ihnen ist noch keine Prüfung zugewiesen. Die Prüfungsleitung oder die Verwaltung kann das tun.",
};
