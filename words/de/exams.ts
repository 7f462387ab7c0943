import type { Sentences } from "../words.ts";

export const exams: Sentences["exams"] = {
  title: "Prüfungen",
  lead: "{n:exams}, für die Sie zuständig sind",
  newExam: "Neue Prüfung",
  columns: { exam: "Prüfung", code: "Code", state: "Stand", attempts: "Versuche", room: "Raum" },
  phases: {
    draft: "Entwurf",
    upcoming: "Öffnet {at}",
    open: "Offen",
    over: "Geschlossen seit {at}",
    closed: "Geschlossen",
  },
  openRoom: "Raum öffnen",
  openRoomOf: "Raum öffnen: {exam}",
  noneToMake: "Noch keine Prüfung. Legen Sie eine aus ihrem JSON-Dokument an, hier oder mit {command}.",
  noneAssigned: "Ihnen ist noch keine Prüfung zugewiesen. Die Prüfungsleitung oder die Verwaltung kann das tun.",
};
