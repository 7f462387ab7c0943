/** How an answer becomes points, as an author reads it beside the question's form. */
export const itemRules = {
  singleChoice: "All points for the right choice.",
  rightMinusWrong: "Points for each right choice, taken off for each wrong one, never below 0.",
  allOrNothing: "All points where exactly the right choices are made, else none.",
  trueFalse: "All points for the right word.",
  numeric: "All points within the tolerance, its ends included.",
  numericUnits:
    "All points within the tolerance in any of the units. A missing or another unit gives the share set here.",
  shortText: "All points for an accepted answer. Spaces around and between words do not count.",
  shortTextLoose: "All points for an accepted answer. Capitals, and spaces around and between words, do not count.",
  matching: "Points for each right pair.",
  ordering: "Points for things in the right order, taken off for those in the wrong one, never below 0.",
  cloze: "Points for each right gap.",
  byHand: "Marked by hand.",
  noKey: "Marked by hand as long as no right answer is given.",
} as const;
