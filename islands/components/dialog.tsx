import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface DialogProps {
  /** Id of the dialog's heading is `${id}-title`. */
  id: string;
  title: string;
  /** Escape, a click beside it, or the close button. */
  onClose: () => void;
  children: ComponentChildren;
}

/**
 * A modal dialog on the browser's own `<dialog>`: focus stays inside, Escape closes, and focus goes back to
 * where it was. It is open as long as it is rendered.
 */
export function Dialog({ id, title, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (dialog === null) return;
    const before = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      id={id}
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      class="m-auto w-[min(32rem,calc(100vw-2rem))] rounded-lg border border-line bg-raised p-0 text-ink shadow-raised"
    >
      <div class="flex flex-col gap-4 p-5">
        <h2 id={`${id}-title`} class="text-lg font-semibold">{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
