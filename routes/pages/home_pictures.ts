/**
 * Pictures of the product on the front page, by name, with their size in CSS px. `deno task screenshots --documents` takes them, in
 * each language and scheme, in a window so wide (`window`).
 */
export const HOME_PICTURES = {
  room: { width: 1_180, height: 640, window: 1_180 },
  /** The same on a phone, where the wide one could not be read. */
  room_phone: { width: 390, height: 560, window: 390 },
  exam: { width: 760, height: 640, window: 760 },
  reasons: { width: 528, height: 440, window: 1_100 },
  replay: { width: 528, height: 680, window: 536 },
} as const;

export type HomePicture = keyof typeof HOME_PICTURES;

/** Where the front page's pictures stand, from the project's root; `/` before it is their address. */
const FOLDER = "static/pictures";

/** Path of a picture from the project's root. @param language Its tag, `en`. */
export function homePicture(name: HomePicture, language: string, scheme: "light" | "dark"): string {
  return `${FOLDER}/${name}_${language}_${scheme}.webp`;
}
