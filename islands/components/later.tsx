import type { ComponentType, FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "./button.tsx";
import { useWords } from "./speech.tsx";

/** All parts of this page, in the order in which its files name them. */
const parts: (() => Promise<void>)[] = [];

/** A part of a page that its script does not hold. */
export interface LaterPart<Props> extends FunctionComponent<Props> {
  /** Brings it, so that it is there when it is asked for. Never throws. */
  bring: () => Promise<void>;
}

/**
 * A part that few need, brought once it is shown, or before: it keeps the page's script small. Where it does not come, that is
 * said, and it can be asked for again.
 *
 * @param load Imports its file.
 *
 * @example
 * const SettingsView = later(async () => (await import("./settings/settings_view.tsx")).SettingsView);
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): LaterPart<Props> {
  let Part: ComponentType<Props> | null = null;
  async function bring(): Promise<void> {
    try {
      Part ??= await load();
    } catch {
      // Without a network: whoever shows it says so.
    }
  }
  parts.push(bring);
  function Later(props: Props) {
    const [state, setState] = useState<"asked" | "there" | "failed">(Part === null ? "asked" : "there");
    useEffect(() => {
      if (state !== "asked") return;
      let isGone = false;
      void bring().then(() => isGone || setState(Part === null ? "failed" : "there"));
      return () => {
        isGone = true;
      };
    }, [state]);
    if (Part !== null) return <Part {...props} />;
    return state === "failed" ? <NotLoaded onRetry={() => setState("asked")} /> : null;
  }
  return Object.assign(Later, { bring });
}

function NotLoaded({ onRetry }: { onRetry: () => void }) {
  const words = useWords("calls");
  return (
    <div
      role="alert"
      class="fixed inset-x-0 bottom-4 z-30 mx-auto flex w-fit max-w-[calc(100vw-2rem)] items-center gap-4 rounded-lg border border-line bg-raised px-4 py-2 text-sm shadow-raised"
    >
      <p>{words.partNotLoaded}</p>
      <Button size="small" onClick={onRetry}>{words.again}</Button>
    </div>
  );
}

/** The page has its script, its style and its first picture by then, ms. */
const BRING_AFTER_MS = 1_500;

/** Brings all parts of the page, one after the other. */
export async function bringLaterParts(): Promise<void> {
  for (const bring of parts) await bring();
}

/** For a component: brings all parts of the page once it stands, so that they open at once and without a network. */
export function useLaterParts(): void {
  useEffect(() => {
    const timer = setTimeout(() => void bringLaterParts(), BRING_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
}
