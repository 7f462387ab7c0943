import { MIN_PASSWORD_CHARACTERS } from "../../protocol/staff.ts";
import { TextField } from "../components/field.tsx";
import { type Speech, useSpeech, useWords, wordsOfPage } from "../components/speech.tsx";

interface NewPasswordProps {
  next: string;
  again: string;
  onNext: (value: string) => void;
  onAgain: (value: string) => void;
  problems: { next?: string; again?: string };
}

/** Two fields for a new password. */
export function NewPassword({ next, again, onNext, onAgain, problems }: NewPasswordProps) {
  const { speaker } = useSpeech();
  const words = useWords("newPassword");
  return (
    <>
      <TextField
        id="next"
        name="next"
        type="password"
        label={words.label}
        hint={speaker.say(words.hint, { least: MIN_PASSWORD_CHARACTERS })}
        autoComplete="new-password"
        value={next}
        onInput={onNext}
        error={problems.next}
      />
      <TextField
        id="again"
        name="again"
        type="password"
        label={words.again}
        autoComplete="new-password"
        value={again}
        onInput={onAgain}
        error={problems.again}
      />
    </>
  );
}

/** What is wrong with a new password, if anything, in the page's words. */
export function newPasswordProblems(speech: Speech, next: string, again: string): { next?: string; again?: string } {
  const words = wordsOfPage(speech, "newPassword");
  if (next.length < MIN_PASSWORD_CHARACTERS) {
    return { next: speech.speaker.say(words.tooShort, { least: MIN_PASSWORD_CHARACTERS }) };
  }
  return next === again ? {} : { again: words.differ };
}
