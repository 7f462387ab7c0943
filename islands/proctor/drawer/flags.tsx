import { useState } from "preact/hooks";
import { SpokenFlag } from "../../../protocol/spoken.ts";
import { AlertBox } from "../../components/alert_box.tsx";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { clockText } from "../../components/time_text.ts";
import { useFailureText } from "../../staff/call_failure.ts";
import { callStaff } from "../../staff/staff_api.ts";

interface FlagsProps {
  flags: readonly SpokenFlag[];
  /** Of the attempt's endpoint. */
  path: string;
  onDecided: () => void;
}

/** An attempt's flags, each to be confirmed or dismissed by a person. */
export function Flags({ flags, path, onDecided }: FlagsProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const { speaker } = useSpeech();
  const words = useWords("drawer").flags;
  const failureText = useFailureText();

  async function decide(flag: SpokenFlag, state: SpokenFlag["state"]) {
    const outcome = await callStaff({
      method: "PUT",
      path: `${path}/flags/${encodeURIComponent(flag.flag_id)}`,
      body: { state },
      answer: SpokenFlag,
    });
    setProblem(outcome.ok ? null : failureText(outcome.error));
    onDecided();
  }

  return (
    <>
      {problem !== null && <AlertBox tone="problem" role="alert" title={problem} />}
      <ul class="flex flex-col divide-y divide-line rounded-field border border-line">
        {flags.map((flag) => (
          <li key={flag.flag_id} class="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2 text-dense">
            <span class={flag.state === "open" ? "text-medium" : "text-ink-soft"}>
              <Icon name="flag" />
            </span>
            <span class="min-w-0 flex-1 basis-48 break-words">
              <span class="tabular-nums text-ink-soft">{clockText(flag.t)}</span>{" "}
              <bdi>{flag.note || words.flagged}</bdi>{" "}
              <span class="text-ink-soft">
                {flag.by === "rule" ? words.byRule : speaker.say(words.by, { name: flag.by })}
              </span>
            </span>
            {flag.state === "open"
              ? (
                <span class="flex gap-2">
                  <Button
                    size="small"
                    onClick={() => decide(flag, "confirmed")}
                  >
                    {words.confirm}
                  </Button>
                  <Button
                    size="small"
                    onClick={() =>
                      decide(flag, "dismissed")}
                  >
                    {words.dismiss}
                  </Button>
                </span>
              )
              : (
                <span class="flex items-center gap-2">
                  <span class="font-medium">{words[flag.state]}</span>
                  <Button
                    size="small"
                    look="quiet"
                    onClick={() => decide(flag, "open")}
                  >
                    {words.reopen}
                  </Button>
                </span>
              )}
          </li>
        ))}
      </ul>
    </>
  );
}
