import { MIN_PASSWORD_CHARACTERS } from "../../protocol/staff.ts";
import { TextField } from "../components/field.tsx";

export interface NewPasswordProps {
  next: string;
  again: string;
  onNext: (value: string) => void;
  onAgain: (value: string) => void;
  problems: { next?: string; again?: string };
}

/** Two fields for a new password. */
export function NewPassword({ next, again, onNext, onAgain, problems }: NewPasswordProps) {
  return (
    <>
      <TextField
        id="next"
        name="next"
        type="password"
        label="New password"
        hint={`At least ${MIN_PASSWORD_CHARACTERS} characters. A sentence is easier to keep than a puzzle.`}
        autoComplete="new-password"
        value={next}
        onInput={onNext}
        error={problems.next}
      />
      <TextField
        id="again"
        name="again"
        type="password"
        label="New password again"
        autoComplete="new-password"
        value={again}
        onInput={onAgain}
        error={problems.again}
      />
    </>
  );
}

/** What is wrong with a new password, if anything. */
export function newPasswordProblems(next: string, again: string): { next?: string; again?: string } {
  if (next.length < MIN_PASSWORD_CHARACTERS) {
    return { next: `Choose a password of at least ${MIN_PASSWORD_CHARACTERS} characters` };
  }
  return next === again ? {} : { again: "The two passwords differ. Type the same one twice." };
}
