import { useState } from "preact/hooks";
import { useWords } from "../../components/speech.tsx";
import type { AlertSignals } from "./alert_signals.ts";

/** Whether a new alert is told by a sound, and by the computer while the page is not in front. */
export function AlertSignalsMenu({ signals }: { signals: AlertSignals }) {
  const words = useWords("room").signals;
  const [isRefused, setRefused] = useState(false);
  return (
    <details name="room-menu" class="text-dense text-ink-soft">
      <summary class="inline-flex min-h-8 cursor-pointer items-center rounded-field px-1.5 hover:bg-sunken hover:text-ink">
        {words.title}
      </summary>
      <div class="absolute end-0 top-full z-20 mt-1 flex w-72 max-w-[calc(100vw-1.5rem)] flex-col gap-3 rounded-lg border border-line bg-raised p-3 shadow-raised">
        <label class="flex items-start gap-2">
          <input
            type="checkbox"
            class="mt-0.5 size-4 shrink-0"
            checked={signals.sound.isOn.value}
            onChange={(event) => signals.turnSound(event.currentTarget.checked)}
          />
          <span class="text-ink">{words.sound}</span>
        </label>
        <label class="flex items-start gap-2">
          <input
            type="checkbox"
            class="mt-0.5 size-4 shrink-0"
            checked={signals.desktop.isOn.value}
            onChange={async ({ currentTarget }) => {
              const isPossible = await signals.turnDesktop(currentTarget.checked);
              setRefused(!isPossible);
              currentTarget.checked = signals.desktop.isOn.peek();
            }}
          />
          <span>
            <span class="text-ink">{words.desktop}</span>
            <span class="block text-xs">{words.desktopMeaning}</span>
          </span>
        </label>
        <p role="status" class="text-xs font-medium text-high empty:hidden">{isRefused && words.refused}</p>
        <p class="text-xs">{words.kept}</p>
      </div>
    </details>
  );
}
