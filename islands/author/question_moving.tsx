import type { Question } from "../../protocol/items/registry.ts";
import type { useDragOrder } from "./drag_order.ts";
import type { Editor } from "./editor.ts";
import { IconButton } from "./fields/icon_button.tsx";
import { Sign } from "./fields/sign.tsx";

/** What a question of the list is given, open or not. */
export interface QuestionRowProps {
  editor: Editor;
  question: Question;
  index: number;
  count: number;
  isOpen: boolean;
  /** What is wrong with it first, said. */
  problem: string | undefined;
  language: string | undefined;
  isDragged: boolean;
  /** Whether what is dragged would be put before it, or behind it as the last one. */
  isTarget: boolean;
  isLastTarget: boolean;
  handle: ReturnType<typeof useDragOrder>["handle"];
  onMove: (id: string, to: number, focusId: string | null) => void;
}

interface MoveButtonProps {
  id: string;
  label: string;
  isDisabled: boolean;
  name: "up" | "down";
  onClick: () => void;
}

/** Moves a question by one place. */
export function MoveButton({ name, ...props }: MoveButtonProps) {
  return (
    <IconButton {...props}>
      <Sign name={name} />
    </IconButton>
  );
}

/** The handle to drag a question by. */
export function Grip({ label, handlers }: { label: string; handlers: ReturnType<QuestionRowProps["handle"]> }) {
  return (
    <span
      {...handlers}
      title={label}
      aria-hidden="true"
      class="flex min-h-12 w-7 shrink-0 cursor-grab touch-none items-center justify-center self-stretch text-ink-soft/60 hover:text-ink"
    >
      <Sign name="grip" />
    </span>
  );
}
