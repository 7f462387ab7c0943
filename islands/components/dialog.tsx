import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface DialogProps {
  /** Id of the dialog's heading is `${id}-title`. */
  id: string;
  title: ComponentChildren;
  /** What it is about, read out when it opens. */
  lead?: string;
  /** Escape, a click beside it, or a button of its own. */
  onClose: () => void;
  /** Room for a table. */
  isWide?: boolean;
  children: ComponentChildren;
}

/**
 * A modal dialog on the browser's own `<dialog>`: focus stays inside, Escape closes, and focus goes back to
 * where it was. It is open as long as it is rendered. A click beside it closes it as long as nothing was written in it.
 */
export function Dialog({ id, title, lead, onClose, isWide = false, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const isWritten = useRef(false);
  const isPressedBeside = useRef(false);
  useLayoutEffect(() => {
    const dialog = element.current;
    if (dialog === null) return;
    const before = document.activeElement;
    dialog.showModal();
    return () => {
      // Whatever took the focus as the dialog went keeps it, as the heading of a page that it led on to.
      const active = document.activeElement;
      const isFree = active === null || active === document.body || dialog.contains(active);
      dialog.close();
      if (isFree && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      id={id}
      aria-labelledby={`${id}-title`}
      aria-describedby={lead === undefined ? undefined : `${id}-lead`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onInput={() => isWritten.current = true}
      // A text that is selected with the mouse may end beside the dialog: what counts is where the press began.
      onPointerDown={(event) => isPressedBeside.current = event.target === event.currentTarget}
      onClick={(event) => {
        if (event.target === event.currentTarget && isPressedBeside.current && !isWritten.current) onClose();
      }}
      class={`m-auto rounded-lg border border-line bg-raised p-0 text-ink shadow-raised ${
        isWide ? "w-[min(52rem,calc(100vw-1rem))]" : "w-[min(32rem,calc(100vw-2rem))]"
      }`}
    >
      <div class="flex flex-col gap-4 p-5">
        <h2 id={`${id}-title`} class="text-lg font-semibold">{title}</h2>
        {lead !== undefined && <p id={`${id}-lead`} class="text-sm">{lead}</p>}
        {children}
      </div>
    </dialog>
  );
}
