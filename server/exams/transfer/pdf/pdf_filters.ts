/** Filters of pictures. No text needs one, so none is run. */
const PICTURES = new Set(["DCTDecode", "DCT", "JPXDecode", "JPX", "JBIG2Decode", "CCITTFaxDecode", "CCF"]);
/** The one that is run, by both of its names. */
const FLATE = new Set(["FlateDecode", "Fl"]);
/** Others that a PDF reader knows or may come to know; they multiply what others made, or are written by no program of today. */
const REFUSED =
  /^(LZW|LZWDecode|RL|RunLengthDecode|A85|ASCII85Decode|AHx|ASCIIHexDecode|Brotli|BrotliDecode|Br|Crypt)$/;
/** What signatures have under the same key, which is no filter of a stream. */
const SIGNERS = /^(Adobe|Entrust|CICI|VeriSign)\./;

/** Comments between a key and its value that are looked through: how many in a file, and how long. */
const MOST_COMMENTS = 100;
const MOST_COMMENT = 2_000;

const NAME = /\/([^\0\s/[\]()<>{}%]*)/g;
const COMMENT = new RegExp(`[\\0\\s]*%[^\\r\\n]{0,${MOST_COMMENT}}`, "y");
const VALUE =
  /[\0\s]*(?:\/([^\0\s/[\]()<>{}%]*)|\[((?:[\0\s]*\/[^\0\s/[\]()<>{}%]*){0,8})[\0\s]*\]|(null)\b|(\[[\0\s]*[\d%/])|(\d+[\0\s]+\d+[\0\s]+R))/y;

/** What a PDF says of how its streams are packed: that it is not read, or where the filters of pictures stand. */
export type PdfFilters = "locked" | "refused" | { pictures: readonly number[] };

/**
 * Looks at every filter that a PDF names, wherever it stands. Streams are never in streams, and a filter that is named elsewhere
 * than in its stream's own dictionary is refused: so all of them are seen without anything being unpacked.
 *
 * @param text The bytes of the file, each as a sign.
 */
export function pdfFilters(text: string): PdfFilters {
  const pictures: number[] = [];
  let comments = 0;
  for (const { index, 0: whole, 1: name } of text.matchAll(NAME)) {
    const key = name.includes("#") ? unescaped(name) : name;
    if (key === "Encrypt") return "locked";
    if (key !== "Filter" && key !== "F") continue;
    let at = index + whole.length;
    for (COMMENT.lastIndex = at; COMMENT.test(text); at = COMMENT.lastIndex) {
      if (++comments > MOST_COMMENTS || !/[\r\n]/.test(text.charAt(COMMENT.lastIndex))) return "refused";
    }
    VALUE.lastIndex = at;
    const value = VALUE.exec(text);
    if (value === null) {
      // Under its short name a key of other things as well: a file's name, a number.
      if (key === "F") continue;
      return "refused";
    }
    const [, one, several, , broken, elsewhere] = value;
    if (broken !== undefined || elsewhere !== undefined) return "refused";
    const filters = one !== undefined ? [one] : several?.match(NAME)?.map((filter) => filter.slice(1)) ?? [];
    // What encrypts has its name under the same key, and may stand before the word for it.
    if (filters.includes("Standard")) return "locked";
    if (!filters.every((filter) => isTaken(filter, key)) || filters.filter((filter) => FLATE.has(filter)).length > 1) {
      return "refused";
    }
    for (const filter of new Set(filters)) {
      if (!PICTURES.has(filter)) continue;
      for (let found = text.indexOf(`/${filter}`, at); found >= 0 && found < VALUE.lastIndex;) {
        pictures.push(found + 1);
        found = text.indexOf(`/${filter}`, found + 1);
      }
    }
  }
  return { pictures };
}

/** Under its short name, the key has names that are none of a filter's. */
function isTaken(filter: string, key: "F" | "Filter"): boolean {
  if (FLATE.has(filter) || PICTURES.has(filter)) return true;
  if (REFUSED.test(filter) || filter.includes("#")) return false;
  return key === "F" || SIGNERS.test(filter);
}

function unescaped(name: string): string {
  return name.replace(/#([\da-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}
