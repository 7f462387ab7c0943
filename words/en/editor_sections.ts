/** Where authors divide an exam into sections, and say how students go through it. */
export const editorSections = {
  add: "Add a section",
  newTitle: "Section {number}",
  title: "Section",
  start: "Begins at",
  question: "Question {number}",
  none: "No question yet",
  remove: "Remove section",
  text: "Text of the section",
  textHint: "Stands above its first question, and stays at hand at the others.",
  going: {
    title: "Going through the questions",
    legend: "Can students go back?",
    ways: {
      free: { name: "Yes, as they like", meaning: "Every answer can be changed until the exam is handed in." },
      forward: {
        name: "No, forward only",
        meaning:
          "A question that was left cannot be changed. Students read it before they join, and are asked before they leave one without an answer.",
      },
    },
  },
} as const;
