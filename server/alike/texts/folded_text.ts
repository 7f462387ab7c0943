/** Dashes and quotation marks of typesetters, as keyboards have them: pages and phones change them without being asked. */
const PLAIN: readonly (readonly [string, string])[] = [
  ["'", "‘’‚‹›"],
  ['"', "“”„«»"],
  ["-", "‐‑–—"],
];

/** Spaces, and what nobody sees: soft hyphens, joiners, marks of direction. */
const UNSEEN = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/;

/** What each UTF-16 unit becomes; 0 for nothing. Made once: a look for each letter of every text. */
let folds: Uint16Array | null = null;

/** A text without what does not count when texts are compared, and where each letter of it stands in the text. */
export interface FoldedText {
  /** UTF-16 units, in small letters, without spaces. */
  units: Uint16Array;
  /** For each unit: the place in the text that it comes from. */
  places: Uint32Array;
}

/** Folds a text: case, spaces, and typesetters' dashes and quotation marks do not count. */
export function foldedText(text: string): FoldedText {
  folds ??= unitFolds();
  const units = new Uint16Array(text.length);
  const places = new Uint32Array(text.length);
  let count = 0;
  for (let place = 0; place < text.length; place++) {
    const unit = folds[text.charCodeAt(place)];
    if (unit === 0) continue;
    units[count] = unit;
    places[count++] = place;
  }
  return { units: units.slice(0, count), places: places.slice(0, count) };
}

function unitFolds(): Uint16Array {
  const of = Uint16Array.from({ length: 65_536 }, (_, code) => {
    const unit = String.fromCharCode(code);
    return UNSEEN.test(unit) ? 0 : unit.toLowerCase().charCodeAt(0);
  });
  for (const [plain, others] of PLAIN) {
    for (let index = 0; index < others.length; index++) of[others.charCodeAt(index)] = plain.charCodeAt(0);
  }
  return of;
}
