/** What only texts with pictures need, in one file that is loaded with the first of them. */
export { PictureDialog } from "./picture_dialog.tsx";
export { PictureRow } from "./picture_row.tsx";
