import { LANGUAGES } from "../../words/languages.ts";
import { HOME_PICTURES, type HomePicture, homePicture } from "../../routes/pages/home_pictures.ts";

interface Beginning {
  /** Selects the part. */
  part: string;
  before: number;
}

/** A picture that stands in a document or on the front page. */
export interface DocumentPicture {
  /** Where it stands, from the project's root. */
  file: string;
  /** Of which state, see `shots.ts`. */
  shot: string;
  /** Width and height of the window, px. */
  window: readonly [number, number];
  /** Width and height of the picture, px. */
  size: readonly [number, number];
  /** The part of the page at which the picture begins, and how far before it, px; the page's beginning where absent. */
  from?: Beginning;
  scheme: "light" | "dark";
  /** Of the browser. */
  locale: string;
}

/** A window so high shows as much as on most desks, px; what scrolls within itself is wanted whole, and needs a higher one. */
const WINDOW_HEIGHT = 860;
const WHOLE_HEIGHT = 1_800;

const ROWS: Beginning = { part: "[data-state-strip]", before: 16 };
const REPLAY: Beginning = { part: "#replay", before: 12 };
const REASONS: Beginning = { part: "aside section:has(meter)", before: 20 };

/** A picture of a document: light, and in English as its text. */
function inDocument(name: string, shot: string, width: number, height: number, from?: Beginning): DocumentPicture {
  return {
    file: `docs/images/${name}.webp`,
    shot,
    window: [Math.max(width, 1_100), WINDOW_HEIGHT],
    size: [width, height],
    scheme: "light",
    locale: "en-GB",
    ...(from && { from }),
  };
}

/** A picture of the front page, in each scheme and language. */
function onFrontPage(name: HomePicture, shot: string, from?: Beginning): DocumentPicture[] {
  const { window, width, height } = HOME_PICTURES[name];
  return LANGUAGES.flatMap(({ language: { tag, locale } }) =>
    (["light", "dark"] as const).map((scheme) => ({
      file: homePicture(name, tag, scheme),
      shot,
      window: [window, from === REASONS ? WHOLE_HEIGHT : WINDOW_HEIGHT] as const,
      size: [width, height] as const,
      scheme,
      locale,
      ...(from && { from }),
    }))
  );
}

/** Which state stands where: every photograph of the product in the documents, the README and on the front page. */
export const DOCUMENT_PICTURES: readonly DocumentPicture[] = [
  inDocument("room", "room", 1_280, 640),
  inDocument("drawer", "room_drawer", 1_280, 800),
  inDocument("join", "join_exam", 1_100, 800),
  inDocument("exam", "exam", 1_100, 760),
  inDocument("review", "review_attempt", 1_100, 900),
  inDocument("editor", "edit_question", 1_200, 800),
  inDocument("server", "admin_server", 1_100, 760),
  ...onFrontPage("room", "room"),
  ...onFrontPage("room_phone", "room", ROWS),
  ...onFrontPage("exam", "exam"),
  ...onFrontPage("reasons", "room_drawer", REASONS),
  ...onFrontPage("replay", "review_attempt", REPLAY),
];
