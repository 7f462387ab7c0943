import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import type { ExamActions } from "./exam_actions.ts";
import type { Obstacle } from "./exam_model.ts";
import { PlainScreen } from "./plain_screen.tsx";

interface Words {
  title: string;
  text: string;
  /** Text of the button that loads the page anew; none where that would not help. */
  retry?: string;
}

const WORDS: Record<Obstacle, Words> = {
  not_joined: {
    title: "No exam is open on this device",
    text: "Join your exam with its code, or with the personal token that you were given.",
  },
  not_opened: {
    title: "This exam cannot be opened from here",
    text: "The exam may have been moved to another device. If you did not do that, tell your proctor now.",
    retry: "Try again",
  },
  unreachable: {
    title: "The exam server cannot be reached",
    text: "This page goes on trying by itself. Whatever you wrote is kept on this device.",
    retry: "Try now",
  },
  taken_over: {
    title: "Your exam is open somewhere else",
    text: "It was opened in another tab or on another device, and goes on there. Nothing can be changed here. " +
      "If that was not you, tell your proctor now.",
    retry: "Go on here instead",
  },
  protocol_version: {
    title: "This page is out of date",
    text: "The exam server has been renewed. Load the page again to go on; your work is kept on this device.",
    retry: "Load again",
  },
  broken: {
    title: "The connection was closed",
    text: "The exam server did not accept what this page sent. Your work is kept on this device. Load the page " +
      "again; if that does not help, tell your proctor.",
    retry: "Load again",
  },
};

/** The page cannot go on by itself, and says why and what helps. */
export function StuckScreen({ obstacle, actions }: { obstacle: Obstacle; actions: ExamActions }) {
  const { title, text, retry } = WORDS[obstacle];
  return (
    <PlainScreen key={obstacle} title={title} icon={<Icon name="alert" class="size-8 text-ink-soft" />}>
      <p>{text}</p>
      {obstacle === "not_joined" && (
        <p>
          <a href="/join" class="font-medium text-accent underline underline-offset-4">Join an exam</a>
        </p>
      )}
      {retry && (
        <div>
          <Button look="primary" onClick={() => actions.reload()}>{retry}</Button>
        </div>
      )}
    </PlainScreen>
  );
}
