import { Button } from "../components/button.tsx";
import type { JoinedAttempt } from "./joined_attempts.ts";

interface JoinedListProps {
  heading: string;
  attempts: readonly JoinedAttempt[];
  onChoose: (attempt: JoinedAttempt) => void;
}

/** The attempts that were joined in this browser, to choose one of. */
export function JoinedList({ heading, attempts, onChoose }: JoinedListProps) {
  return (
    <section class="flex flex-col gap-2">
      <h2 class="font-semibold">{heading}</h2>
      <ul class="flex flex-col gap-2">
        {attempts.map((attempt) => (
          <li key={attempt.attemptId}>
            <Button
              class="max-w-full whitespace-normal! py-2 text-start wrap-anywhere"
              onClick={() => onChoose(attempt)}
            >
              <bdi lang={attempt.language}>{attempt.exam}</bdi>
              {attempt.name !== "" && <bdi translate={false} class="text-ink-soft">{attempt.name}</bdi>}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
