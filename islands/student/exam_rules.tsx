import { useEffect, useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { useWords } from "../components/speech.tsx";
import type { ExamActions } from "./exam_actions.ts";
import type { ExamModel } from "./exam_model.ts";
import type { RuleName } from "../../protocol/sitting_rules.ts";
import { asksForFullscreen, isOfOwnText } from "./rule_moments.ts";
import { TopStrip } from "./top_strip.tsx";

/** What is said now: full screen is asked for, was left, or one of the other rules was met. */
type Said = RuleName | "left";

interface RulesProps {
  model: ExamModel;
  actions: ExamActions;
}

/**
 * What the exam's policy asks of its students, said at the moment that it is met: politely, once, and nothing is held back.
 * What happened is captured as it is anyway.
 */
export function ExamRules({ model, actions }: RulesProps) {
  const words = useWords("sitting").rules;
  const [said, setSaid] = useState<Said | null>(null);
  const [isTaken, setTaken] = useState(false);
  const rules = model.attempt.value?.rules;

  useEffect(() => {
    if (rules === undefined) return;
    const calls = new AbortController();
    const on = (name: RuleName, isAsked: boolean, event: string, target: EventTarget, says: () => Said | null) => {
      if (!isAsked) return;
      target.addEventListener(event, (happened) => {
        const now = isOfOwnText(happened.target) ? null : says();
        if (now === null || model.stage.peek().kind !== "sitting") return;
        if (name !== "fullscreen" && model.told.peek().has(name)) return;
        actions.told(name);
        setSaid(now);
      }, { signal: calls.signal });
    };
    on("copy", rules.copy === "discourage", "copy", document, () => "copy");
    on("context_menu", rules.context_menu === "discourage", "contextmenu", document, () => "context_menu");
    on("print", rules.print === "discourage", "afterprint", globalThis, () => "print");
    const isAsked = asksForFullscreen(model);
    let wasSaid = false;
    on("fullscreen", isAsked, "fullscreenchange", document, () => {
      const isFull = document.fullscreenElement !== null;
      setTaken(isFull);
      if (isFull) setSaid(null);
      if (isFull || wasSaid) return null;
      wasSaid = true;
      return "left";
    });
    if (isAsked && !model.told.peek().has("fullscreen") && document.fullscreenElement === null) setSaid("fullscreen");
    return () => calls.abort();
  }, [rules]);

  function close() {
    if (said === "fullscreen") actions.told("fullscreen");
    setSaid(null);
  }

  // A browser that does not let the page has shown so itself: nothing more is asked.
  const goFull = () => document.documentElement.requestFullscreen().catch(() => {}).finally(close);
  const isOfScreen = said === "fullscreen" || said === "left";
  return (
    <div role="status">
      {said !== null && model.hold.value === null && (
        <TopStrip
          tone="accent"
          icon="message"
          title={words[said].title}
          buttons={
            <>
              {isOfScreen && !isTaken && <Button look="primary" onClick={goFull}>{words.goFull}</Button>}
              <Button onClick={close}>{isOfScreen ? words.notNow : words.close}</Button>
            </>
          }
        >
          <p class="text-sm">{words[said].text}</p>
        </TopStrip>
      )}
    </div>
  );
}
