import { useWords } from "./speech.tsx";

/** How a page is connected. */
export type ConnectionState = "connecting" | "online" | "reconnecting" | "refused";

const COLOURS: Record<ConnectionState, string> = {
  connecting: "text-ink-soft",
  online: "text-low",
  reconnecting: "text-medium",
  refused: "text-high",
};

/** The connection as a colour, a shape and a word; said to screen readers when it changes. */
export function ConnectionStatus({ state, detail }: { state: ConnectionState; detail?: string }) {
  const { connection } = useWords("page");
  return (
    <span role="status" class={`inline-flex items-center gap-1.5 text-dense font-medium ${COLOURS[state]}`}>
      <svg viewBox="0 0 12 12" class="size-2.5 shrink-0" aria-hidden="true">
        {state === "online"
          ? <circle cx="6" cy="6" r="5" fill="currentColor" />
          : <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="4 3" />}
      </svg>
      {connection[state]}
      {detail && <span class="font-normal text-ink-soft">{detail}</span>}
    </span>
  );
}
