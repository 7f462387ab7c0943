const GIVEN = [
  "Amara",
  "Bilal",
  "Chiara",
  "Daniel",
  "Elif",
  "Farah",
  "Goran",
  "Hana",
  "Ines",
  "Jonas",
  "Keiko",
  "Leila",
  "Mateo",
  "Nadia",
  "Oskar",
  "Priya",
  "Quentin",
  "Rosa",
  "Samir",
  "Tuuli",
  "Uma",
  "Viktor",
  "Wanjiru",
  "Xenia",
  "Yusuf",
  "Zofia",
];
const INITIALS = "ABCDEFGHJKLMNOPRSTVWZ";

/**
 * Name of the n-th simulated student: easy to tell apart, nobody's, and marked as simulated wherever it shows.
 *
 * @param index From 0; the first 546 names differ.
 */
export function simulatedName(index: number): string {
  const given = GIVEN[index % GIVEN.length];
  const initial = INITIALS[(index + Math.floor(index / GIVEN.length)) % INITIALS.length];
  return `${given} ${initial}. (simulated)`;
}
