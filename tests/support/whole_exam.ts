import { type Look, LOOKS } from "./watched_page.ts";

/** The first question's key is wrong, as keys are now and then. */
export const GIFT = `::ATP:: What makes most of a cell's ATP? {=The nucleus ~The mitochondrion ~The membrane}

::Walls:: All cells have walls. {F}

::Chromosomes:: How many chromosomes has a human cell? {#46}

::Name:: Who gave cells their name? {=Hooke =Robert Hooke}
`;

export const ROSTER = `name,number,extra_time
Ada Lovelace,1001,25%
Bo Diddley,1002,10 min
Cy Twombly,1003,
`;

/** Who sits it: what they are allowed, what they answer, and what it is worth. */
export interface Student {
  name: string;
  minutes: number;
  look: Look;
  isAway: boolean;
  /** Choice, statement, number, short text, essay; a blank one is left out. */
  answers: readonly [string, "True" | "False", string, string, string];
  essayPoints: string;
  /** Points of each question, with the wrong key and with the right one. */
  before: readonly number[];
  after: readonly number[];
}

const [WIDE, PHONE] = LOOKS;
export const STUDENTS: readonly Student[] = [
  {
    name: "Ada Lovelace",
    minutes: 75,
    look: WIDE,
    isAway: false,
    answers: ["The mitochondrion", "False", "46", "hooke", "A blue bar and a red line."],
    essayPoints: "4.5",
    before: [0, 1, 1, 1, 4.5],
    after: [2, 1, 1, 1, 4.5],
  },
  {
    name: "Bo Diddley",
    minutes: 70,
    look: WIDE,
    isAway: true,
    answers: ["The nucleus", "False", "45", "Robert Hooke", "Written without a network: a bar."],
    essayPoints: "3",
    before: [2, 1, 0, 1, 3],
    after: [0, 1, 0, 1, 3],
  },
  {
    name: "Cy Twombly",
    minutes: 60,
    look: PHONE,
    isAway: false,
    answers: ["The membrane", "True", "", "Newton", "A line."],
    essayPoints: "1",
    before: [0, 0, 0, 0, 1],
    after: [0, 0, 0, 0, 1],
  },
];
/** Points that each question gives. */
export const MAX = [2, 1, 1, 1, 5];
/** What the picture shows. */
export const ALT = "A blue bar and a red line";
export const sum = (points: readonly number[]) => points.reduce((total, one) => total + one, 0);
