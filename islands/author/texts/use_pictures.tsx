import type { VNode } from "preact";
import { useContext, useState } from "preact/hooks";
import { later } from "../../components/later.tsx";
import { RichTexts } from "./rich_texts.ts";
import { type TextField, writeInto } from "./write_into.ts";

const PictureDialog = later(async () => (await import("./later_texts.ts")).PictureDialog);

/** How a field takes pictures. */
export interface Pictures {
  /** What the field listens to: a picture that is pasted or dropped. */
  handlers: {
    onPaste?: (event: ClipboardEvent) => void;
    onDrop?: (event: DragEvent) => void;
    onDragOver?: (event: DragEvent) => void;
  };
  /** Asks for a picture; null where the exam's texts are plain. */
  ask: (() => void) | null;
  /** The dialog, while it is open. */
  dialog: VNode | null;
}

/**
 * For a component: pictures that are pasted into its field, dropped on it or chosen, each written where the cursor is.
 *
 * @param isLine Whether the field is a line: elsewhere a picture is a block of its own.
 */
export function usePictures(field: () => TextField | null, isLine: boolean): Pictures {
  const support = useContext(RichTexts);
  const [open, setOpen] = useState<{ file: File | null; at: number } | null>(null);
  const media = support?.media ?? null;
  if (media === null) return { handlers: {}, ask: null, dialog: null };
  const cursor = () => field()?.selectionEnd ?? 0;
  const textAround = (at: number) => {
    const { value = "" } = field() ?? {};
    return [value.slice(0, at), value.slice(at)] as const;
  };
  const take = (event: Event, files: FileList | undefined) => {
    const picture = [...files ?? []].find(({ type }) => type.startsWith("image/"));
    if (picture === undefined) return;
    event.preventDefault();
    setOpen({ file: picture, at: cursor() });
  };
  const write = (markdown: string) => {
    const at = open?.at ?? 0;
    setOpen(null);
    // The dialog gives the focus back first.
    setTimeout(() => {
      const area = field();
      if (area === null) return;
      // A field may lose its cursor while a dialog stands above it.
      area.setSelectionRange(at, at);
      writeInto(area, markdown);
    });
  };
  return {
    handlers: {
      onPaste: (event) => take(event, event.clipboardData?.files),
      onDrop: (event) => take(event, event.dataTransfer?.files),
      onDragOver: (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault(),
    },
    ask: () => setOpen({ file: null, at: cursor() }),
    dialog: open && (
      <PictureDialog
        media={media}
        file={open.file}
        around={isLine ? null : textAround(open.at)}
        onPicture={write}
        onClose={() => setOpen(null)}
      />
    ),
  };
}
