/** The list of exams. */
export const exams = {
  title: "Exams",
  lead: "{n:exams} that you look after",
  newExam: "New exam",
  columns: { exam: "Exam", code: "Code", state: "State", attempts: "Attempts", room: "Room" },
  phases: { draft: "Draft", upcoming: "Opens {at}", open: "Open", over: "Closed since {at}", closed: "Closed" },
  openRoom: "Open room",
  openRoomOf: "Open room of {exam}",
  noneToMake: "No exam yet. Make one from its JSON document, here or with {command}.",
  noneAssigned: "You are not assigned to an exam yet. An instructor or administrator can assign you.",
} as const;
