/** How an exam's texts are written: Markdown, pictures. */
export const editorTexts = {
  tools: "Formatting",
  kinds: {
    bold: "Bold",
    list: "List",
    table: "Table",
    formula: "Formula",
    code: "Code",
    picture: "Add a picture",
  },
  examples: { bold: "bold text", item: "first item", column: "Column" },
  /** The pictures of a text, below its field. */
  pictures: { label: "Pictures in this text", noText: "No alternative text", remove: "Remove the picture {picture}" },
  picture: {
    title: "Add a picture",
    file: "Picture",
    fileHint: "PNG, JPEG, WebP or SVG, up to 2 MB. You can also paste one into a text, or drop it there.",
    field: { choose: "Choose a file", other: "Choose another", none: "Choose a picture, or drop it here." },
    text: "What does it show?",
    textHint: "For whoever cannot see it. Say what the question needs, and no more.",
    fileMissing: "Choose a picture",
    wrongKind: "This is no PNG, JPEG, WebP or SVG. Save it as one of them and choose it again.",
    tooLarge: "This picture has more than 2 MB. Make it smaller and choose it again.",
    textMissing: "Say what the picture shows",
    submit: "Add the picture",
    sending: "Adding…",
    cancel: "Cancel",
  },
  format: "How texts are written",
  formats: {
    markdown: { name: "With formatting", meaning: "Bold, lists, tables, formulas, code and pictures, as Markdown." },
    plain: { name: "Plain", meaning: "Every sign is shown as it is typed." },
  },
} as const;
