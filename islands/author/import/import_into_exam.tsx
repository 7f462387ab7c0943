import type { Question } from "../../../protocol/items/registry.ts";
import { useFailureText } from "../../staff/call_failure.ts";
import { leaveIfSignedOut } from "../../staff/staff_api.ts";
import { type ComesAlong, ImportDialog } from "./import_dialog.tsx";
import { keepPictures } from "./keep_pictures.ts";
import { keepPage, withPicture } from "./pages/page_question.ts";
import type { DrawnPage } from "./pages/use_drawn_pages.ts";
import type { BroughtParts } from "./with_brought.ts";

interface ImportIntoExamProps {
  takenIds: readonly string[];
  /** Address that takes pictures; null where the exam's texts are plain. */
  media: string | null;
  /** Called once, with at least one question and the sections and pools that they may stand in; their pictures are stored. */
  onTake: (questions: Question[], parts: BroughtParts) => void;
  onClose: () => void;
}

/** Brings questions of a file into an exam: first the pictures that they show are stored, then they are taken. */
export function ImportIntoExam({ takenIds, media, onTake, onClose }: ImportIntoExamProps) {
  const failureText = useFailureText();

  async function take(
    questions: Question[],
    pages: ReadonlyMap<string, DrawnPage>,
    { sections, pools, pictures }: ComesAlong,
  ): Promise<string | null> {
    if (media !== null) {
      const kept = await keepPictures(pictures, [questions, sections], media);
      if (!kept.ok) return leaveIfSignedOut(kept.error) ? null : failureText(kept.error);
    }
    const whole: Question[] = [];
    for (const question of questions) {
      const page = pages.get(question.id);
      if (page === undefined || media === null) {
        whole.push(question);
        continue;
      }
      const kept = await keepPage(page, media);
      if (!kept.ok) return leaveIfSignedOut(kept.error) ? null : failureText(kept.error);
      whole.push(withPicture(question, kept.value));
    }
    onTake(whole, { sections, pools });
    return null;
  }

  return (
    <ImportDialog
      takenIds={takenIds}
      hasPictures={media !== null}
      isWhole={media !== null}
      onTake={take}
      onClose={onClose}
    />
  );
}
