/** What staff note on an attempt for each other. */
export const staffNotes = {
  title: "Notes for staff",
  lead: "Only the exam's staff read them. The log keeps that a note was written, and its words can be removed.",
  add: "Add a note",
  label: "Note",
  save: "Save note",
  missing: "Write a note first",
  removed: "The words of this note were removed.",
  kept: "Note saved.",
} as const;
