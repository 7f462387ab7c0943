/**
 * Letters that look like a Latin one in print, after Unicode's list of confusable characters (UTS 39). Ours is short since
 * names are written in few scripts, and what else looks alike (full width, mathematical letters) NFKC makes one already;
 * the libraries that carry the whole list are old, and call a Hebrew vav and an l the same.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  A: "ΑАᎪꓮ",
  B: "ΒВᏴꓐ",
  C: "СᏟꓚϹ",
  D: "Ꭰꓓ",
  E: "ΕЕᎬꓰ",
  F: "Ϝꓝ",
  G: "ԌᏀꓖ",
  H: "ΗНᎻꓧ",
  J: "ͿЈᎫꓙ",
  K: "ΚКᏦꓗ",
  L: "Ꮮꓡ",
  M: "ΜМᎷꓟ",
  N: "Νꓠ",
  O: "ΟОՕꓳ",
  P: "ΡРᏢꓑ",
  R: "ᎡᏒꓣ",
  S: "ЅՏᏚꓢ",
  T: "ΤТᎢꓔ",
  U: "Սꓴ",
  V: "ѴᏙꓦ",
  W: "ԜᎳꓪ",
  X: "ΧХꓫ",
  Y: "ΥУҮᎩꓬ",
  Z: "ΖᏃꓜ",
  a: "аαɑ",
  c: "сᴄϲ",
  d: "ԁ",
  e: "еҽ",
  g: "ɡց",
  h: "һհ",
  j: "јϳ",
  l: "ΙІӀӏꓲІιіıɩɪI1|",
  n: "ոռ",
  o: "οоօσᴏ0",
  p: "рρ",
  q: "ԛգ",
  s: "ѕꜱ",
  u: "υսᴜʋ",
  v: "νѵᴠ",
  w: "ԝաѡᴡ",
  x: "х",
  y: "уүγʏ",
  z: "ᴢ",
};

const LATIN = new Map(
  Object.entries(LOOK_ALIKES).flatMap(([latin, others]) =>
    Array.from(others, (other): [string, string] => [other, latin])
  ),
);

/** A name as it is compared for sameness: case and marks between words do not count. */
export function foldedName(name: string): string {
  const letters = name.normalize("NFKC").replace(/[^\p{L}\p{M}\p{N}\p{So}\p{Emoji_Presentation}]/gu, "");
  return (letters || name).toLowerCase();
}

/** What a name looks like: names with the same skeleton are easily taken for each other. Its length bounds the work. */
export function nameSkeleton(name: string): string {
  const latin = Array.from(name.normalize("NFKC"), (letter) => LATIN.get(letter) ?? letter).join("");
  return foldedName(latin).replaceAll("i", "l").replaceAll("rn", "m").replaceAll("vv", "w");
}
