import type { WatchedBy } from "../../protocol/events.ts";
import { AnswerCapture } from "../capture/answer_capture.ts";
import type { CaptureContext } from "../capture/capture_signal.ts";
import { startCapture } from "../capture/start_capture.ts";
import { captureForeignPastes } from "./foreign_pastes.ts";
import { PageWithoutSecrets } from "./page_without_secrets.ts";
import { PageTexts } from "./page_texts.ts";

/** A page, or a part of one, that is being watched. */
export interface WatchedPage {
  /** Where the answers of its fields are recorded. */
  answers: AnswerCapture;
  settle(): void;
  stop(): void;
}

/** What is to be watched, and how. */
interface WatchOrder {
  root: HTMLElement;
  by: WatchedBy;
  /** Whether the page has not captured anything before: it says with which signals it begins. */
  isFirst: boolean;
  /** Whether a field's text is captured as an answer. */
  isOurs?: (field: EventTarget) => boolean;
}

/** Watches a page that is not ours: the same signals as on our own, and pastes into its fields by their length. */
export function watchPage(
  context: CaptureContext,
  { root, by, isFirst, isOurs = () => false }: WatchOrder,
): WatchedPage {
  const texts = new PageTexts(root);
  const page = new PageWithoutSecrets(root === document.body ? document : root);
  const running = startCapture(context, { remember: (text) => texts.copied(text), isFirst, by, page });
  const pastes = captureForeignPastes(running.context, page, { texts, isOurs });
  return {
    answers: new AnswerCapture(running.context, texts, running.isScripted),
    settle: () => running.settle(),
    stop: () => {
      pastes.stop();
      running.stop();
    },
  };
}
