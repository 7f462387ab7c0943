/** What students say to their own attempts. */
export const statements = {
  title: "What the student says",
  none: "The student has made no statement.",
  about: "about {time}",
  removed: "Its words were removed when their time was over.",
} as const;
