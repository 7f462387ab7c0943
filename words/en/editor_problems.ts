/** What is wrong with a field that an author writes, beside what `fieldProblems` says. */
export const editorProblems = {
  /** Of a question, within a sentence: "question 3: its text is missing". */
  text_missing: "its text is missing",
  part_missing: "a text in it is missing",
  missing: "Write something here",
  title_missing: "Give the exam a title",
  duration_missing: "Enter how many minutes students have",
  number: "Enter a number",
  between: "Enter a number from {least:plain} to {most:plain}",
  least: "Enter a number from {least:plain} on",
  whole: "Enter a whole number",
  too_long: "Shorten this to {most:plain} characters",
  too_few: "At least {least:number} are needed",
  too_many: "At most {most:number} can stand here",
  moment: "Enter a day and a time",
  after_opening: "The exam must close after it opens",
  each_gap_once: "Each gap stands in the text once",
  gap_missing: "Make at least one gap",
  not_valid: "This cannot be saved as it is",
} as const;
