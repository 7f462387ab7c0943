import type { ServerToStudent } from "../../protocol/student_messages.ts";

/**
 * Says to the server what this page has shown its student: that the exam stands still, goes on, or has more time. What comes
 * while the page is hidden is shown once somebody looks at it again. What gets lost on the way comes in the next welcome.
 */
export class ShownDeeds {
  readonly #tell: (id: string) => void;
  #waiting: string[] = [];

  /** @param tell Says that one was shown. */
  constructor(tell: (id: string) => void) {
    this.#tell = tell;
    document.addEventListener("visibilitychange", () => this.#show());
  }

  /** Takes a message of the server, after the page has followed it. */
  hear(message: ServerToStudent): void {
    if (!("unseen" in message) || message.unseen === undefined) return;
    this.#waiting = message.type === "welcome"
      ? [...message.unseen]
      : [...this.#waiting, ...message.unseen.filter((id) => !this.#waiting.includes(id))];
    this.#show();
  }

  #show(): void {
    if (document.hidden) return;
    for (const id of this.#waiting.splice(0)) this.#tell(id);
  }
}
