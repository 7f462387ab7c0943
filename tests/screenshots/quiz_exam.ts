import { createRandom } from "../../scoring/models/random.ts";
import type { LiveServer } from "../support/live_server.ts";
import type { SatAttempt } from "./told_sitting.ts";

const CAPITALS = [
  ...["Norway Oslo", "Peru Lima", "Ghana Accra", "Japan Tokyo", "Kenya Nairobi", "Chile Santiago", "Egypt Cairo"],
  ...["Cuba Havana", "Nepal Kathmandu", "Latvia Riga", "Jordan Amman", "Senegal Dakar", "Ireland Dublin"],
  ...["Vietnam Hanoi", "Bolivia Sucre", "Canada Ottawa", "Austria Vienna", "Morocco Rabat", "Iceland Reykjavik"],
  ...["Uganda Kampala", "Finland Helsinki", "Croatia Zagreb", "Ecuador Quito", "Mongolia Ulaanbaatar"],
].map((line) => line.split(" "));

const LETTERS = ["a", "b", "c", "d"];

/** Choice that is right, of the question at an index. */
const rightOf = (index: number): string => LETTERS[index % LETTERS.length];

/** A quiz that its key marks, with an essay that people mark, and more on its list than come. */
export const QUIZ_EXAM = {
  code: "CAPITALS",
  title: "Capitals, and why they are where they are",
  duration_minutes: 45,
  join: "open",
  questions: [
    ...CAPITALS.map(([country], index) => ({
      id: `q${index + 1}`,
      type: "single_choice",
      points: 1,
      text: `What is the capital of ${country}?`,
      choices: LETTERS.map((id, place) => ({
        id,
        text: CAPITALS[(index + place - (index % LETTERS.length) + CAPITALS.length) % CAPITALS.length][1],
      })),
      correct: rightOf(index),
    })),
    {
      id: "essay",
      type: "essay",
      points: 6,
      text: "Why do so few countries have their capital in their largest harbour? Name two reasons.",
      guidance: "Two points for each reason that holds for more than one country, two for an example.",
    },
  ],
  roster: [
    { name: "Amina Diallo", number: "1001", group: "Hall 1" },
    { name: "Jonas Weber", number: "1002", group: "Hall 1", accommodations: { extra_time_percent: 25 } },
    { name: "Mei Tanaka", number: "1003", group: "Hall 2" },
    { name: "Rosa Almeida", number: "1004", group: "Hall 2" },
  ],
};

/** Two of whom hand in the same passage, and the same wrong answers. */
const SITTERS = [
  ...[
    "Chidi Okoro",
    "Elif Yılmaz",
    "Freya Lindqvist",
    "Hugo Marchand",
    "Ines Carvalho",
    "Kofi Mensah",
    "Lena Hoffmann",
  ],
  ...["Mateo Rojas", "Nadia Haddad", "Oskar Nowak", "Priya Raman", "Samuel Adeyemi", "Tuuli Virtanen", "Yusuf Demir"],
];
const ALIKE: readonly number[] = [3, 11];
const SHARED =
  "a harbour can be taken from the sea, so whoever feared a fleet put the seat of government a few days' march inland";

/** What each of the others writes: nobody's words are another's. */
const ESSAYS = [
  "A seat in the middle is near to everybody, which matters where roads are bad; Madrid is the usual example.",
  "Merchants ruled the ports. A king who wanted no rivals went elsewhere and had them come to him.",
  "Ships bring fevers. In the tropics the healthy place was up in the hills, as in Quito.",
  "Some were drawn on a map as a compromise: neither Sydney nor Melbourne would have it.",
  "River crossings came first, and an estuary is hard to bridge.",
  "To open up the inland. Brazil moved its ministries a thousand kilometres away from the beach.",
  "History: whoever united the country came from somewhere else, and stayed at home.",
  "Harbours change hands in wars, ministries should not. Also land was cheaper further in.",
  "Because the railways met there, and officials like to arrive on time.",
  "Religion often chose before trade did: a shrine, a bishop, and then a court around both.",
  "Two peoples shared one state, so its capital lies on the line between them.",
  "Earthquakes and floods at the coast; after the third time they rebuilt on higher ground.",
];

/** What a student writes in the essay. */
function essayOf(index: number): string {
  if (ALIKE.includes(index)) return `${index === 3 ? "I think that" : "First of all,"} ${SHARED}. Also trade is loud.`;
  return ESSAYS[index % ESSAYS.length];
}

/** Publishes the quiz, has everybody sit it, and marks all essays but a few. @returns The attempts, in order. */
export async function sitQuiz(server: LiveServer): Promise<{ examId: string; attempts: SatAttempt[] }> {
  const { examId } = await server.publish(QUIZ_EXAM);
  const random = createRandom(9);
  const attempts: SatAttempt[] = [];
  for (const [index, name] of SITTERS.entries()) {
    const { attempt_id, session_token } = await server.join(name, QUIZ_EXAM.code);
    const skill = 0.35 + 0.5 * random();
    const chosen = (question: number): string => {
      if (ALIKE.includes(index)) return question % 5 < 2 ? LETTERS[(question + 2) % 4] : rightOf(question);
      return random() < skill ? rightOf(question) : LETTERS[Math.floor(4 * random())];
    };
    const events = [
      ...CAPITALS.flatMap((_, question) => [
        { type: "question_view", question: `q${question + 1}`, t: question * 900 },
        { type: "answer_select", question: `q${question + 1}`, choices: [chosen(question)], t: question * 900 + 600 },
      ]),
      { type: "question_view", question: "essay", t: 22_000 },
      { type: "answer_edit", question: "essay", at: 0, removed: 0, inserted: essayOf(index), t: 27_000 },
    ];
    await server.call("POST", "/log_activity", session_token, { seq: 1, sentAt: 0, events });
    await server.call("POST", "/submit_exam", session_token, {});
    attempts.push({ attemptId: attempt_id, token: session_token, name, code: QUIZ_EXAM.code });
  }
  await markEssays(server, examId, attempts.slice(0, -4));
  return { examId, attempts };
}

/** Gives points for essays, so many as their place says. */
export async function markEssays(server: LiveServer, examId: string, attempts: readonly SatAttempt[]): Promise<void> {
  const staff = await server.signIn();
  for (const [index, { attemptId }] of attempts.entries()) {
    const body = { points: [4, 2, 6, 3, 5][index % 5], comment: "Read. A second example would have helped." };
    await server.call("PUT", `/api/exams/${examId}/attempts/${attemptId}/marks/essay`, staff, body);
  }
}
