import { AlertBox } from "../components/alert_box.tsx";
import { useWords } from "../components/speech.tsx";

/** The session has ended while somebody writes: how they go on without losing anything. */
export function SignedOutBox() {
  const words = useWords("editor").signedOut;
  return (
    <AlertBox tone="warning" role="alert" title={words.title}>
      <p>{words.lead}</p>
      <a
        href="/login?next=/exams"
        target="_blank"
        rel="noopener"
        class="mt-2 inline-flex min-h-8 items-center font-medium text-accent underline underline-offset-4"
      >
        {words.link}
      </a>
    </AlertBox>
  );
}
