import { useEffect, useState } from "preact/hooks";
import { Said } from "../components/said.tsx";
import { useWords } from "../components/speech.tsx";

/** Whether a host is this computer itself, so that its addresses open on no other one. */
export function isOwnComputer(hostname: string): boolean {
  const name = hostname.toLowerCase();
  return name === "localhost" || name.endsWith(".localhost") || name === "[::1]" || name === "0.0.0.0" ||
    /^127(\.\d+){3}$/.test(name);
}

/** Beside an address of this server that is given to others: where it opens for nobody else, that, and how it will. */
export function OwnComputerNote({ class: className = "" }: { class?: string }) {
  const words = useWords("addresses");
  const [isShown, setShown] = useState(false);
  useEffect(() => setShown(isOwnComputer(location.hostname)), []);
  if (!isShown) return null;
  const guide = (
    <a
      href="/docs/guides/run_a_server#set-it-up-for-real"
      target="_blank"
      data-leaves-nothing
      class="font-medium text-accent underline underline-offset-4"
    >
      {words.guide}
    </a>
  );
  return (
    <p class={`text-sm text-ink-soft ${className}`}>
      <Said sentence={words.ownComputer} places={{ guide }} />
    </p>
  );
}
