import { useState } from "preact/hooks";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { useWords } from "../components/speech.tsx";
import type { CallFailure } from "../staff/staff_api.ts";
import type { Editor } from "./editor.ts";

/** Somebody else has saved in between: whose version goes on. */
export function ConflictBox({ editor, onFailure }: { editor: Editor; onFailure: (error: CallFailure) => void }) {
  const words = useWords("editor").conflict;
  const [busy, setBusy] = useState<"mine" | "theirs" | null>(null);

  async function settle(keep: "mine" | "theirs") {
    setBusy(keep);
    const error = await editor.settle(keep);
    setBusy(null);
    if (error !== null) onFailure(error);
  }

  return (
    <AlertBox tone="warning" role="alert" title={words.title}>
      <p>{words.lead}</p>
      <div class="mt-3 flex flex-wrap gap-2">
        <Button busy={busy === "theirs"} onClick={() => settle("theirs")}>{words.theirs}</Button>
        <Button busy={busy === "mine"} onClick={() => settle("mine")}>{words.mine}</Button>
      </div>
    </AlertBox>
  );
}
