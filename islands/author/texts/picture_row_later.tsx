import { later } from "../../components/later.tsx";
import type { PictureRowProps } from "./picture_row.tsx";

const Row = later(async () => (await import("./later_texts.ts")).PictureRow);

/** The pictures of a text below its field; what shows them is loaded once a text has a picture. */
export function PictureRow(props: PictureRowProps) {
  return props.text.includes("](media:") ? <Row {...props} /> : null;
}
