/** The list of exams. */
export const exams = {
  title: "Exams",
  lead: "{n:exams} that you look after",
  new_exam: "New exam",
  columns: { exam: "Exam", code: "Code", state: "State", attempts: "Attempts", room: "Room" },
  states: { draft: "Draft", published: "Open", closed: "Closed" },
  open_room: "Open room",
  open_room_of: "Open room of {exam}",
  none_to_make: "No exam yet. Make one from its JSON document, here or with {command}.",
  none_assigned: "You are not assigned to an exam yet. An instructor or administrator can assign you.",
} as const;
