import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { useWords } from "../components/speech.tsx";
import type { ExamActions } from "./exam_actions.ts";
import type { Obstacle } from "./exam_model.ts";
import { PlainScreen } from "./plain_screen.tsx";

/** The page cannot go on by itself, and says why and what helps. */
export function StuckScreen({ obstacle, actions }: { obstacle: Obstacle; actions: ExamActions }) {
  const { title, text, action } = useWords("examScreens").stuck[obstacle];
  return (
    <PlainScreen key={obstacle} title={title} icon={<Icon name="alert" class="size-8 text-ink-soft" />}>
      <p>{text}</p>
      {obstacle === "not_joined"
        ? (
          <p>
            <a href="/join" class="font-medium text-accent underline underline-offset-4">{action}</a>
          </p>
        )
        : (
          <div>
            <Button look="primary" onClick={() => actions.reload()}>{action}</Button>
          </div>
        )}
    </PlainScreen>
  );
}
