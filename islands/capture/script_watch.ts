import { isScriptMade, listen } from "./capture_signal.ts";

/** Whether a script is acting on the page at this moment. */
export interface ScriptWatch {
  isActing(): boolean;
  stop(): void;
}

/**
 * Watches for scripts that click, or tell of input that no device made. What follows from `element.click()` (the choice that
 * it makes) is trusted by the browser's word again: it counts as the script's until its call is done.
 */
export function watchScripts(): ScriptWatch {
  let isActing = false;
  const unlisten = ["click", "input", "change"].map((type) =>
    listen(document, type, (event) => {
      if (!isScriptMade(event) || isActing) return;
      isActing = true;
      // Only a script dispatches such an event: it is on the stack, and this waits until it is not.
      queueMicrotask(() => isActing = false);
    })
  );
  return { isActing: () => isActing, stop: () => unlisten.forEach((remove) => remove()) };
}
