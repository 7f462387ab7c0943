import { useEffect, useState } from "preact/hooks";
import { SessionAnswer } from "../../protocol/session.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useProblemFocus } from "../components/use_problem_focus.ts";
import { useFailureText } from "../staff/call_failure.ts";
import { NarrowPage } from "./narrow_page.tsx";
import { NewPassword, newPasswordProblems } from "./new_password.tsx";
import { callStaff } from "../staff/staff_api.ts";

/** Where an invited person chooses a password. The invitation's token stands behind the # of the address. */
export function InvitationPage() {
  const [token, setToken] = useState<string | null>(null);
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problems, setProblems] = useState<{ next?: string; again?: string; form?: string }>({});
  const form = useProblemFocus(problems);

  const speech = useSpeech();
  const words = useWords("invitation");
  const failureText = useFailureText();

  useEffect(() => {
    setToken(location.hash.slice(1));
    // Not left in the address bar for a shoulder to read.
    history.replaceState(null, "", location.pathname);
  }, []);

  async function submit(event: Event) {
    event.preventDefault();
    if (isBusy || token === null) return;
    const found = newPasswordProblems(speech, next, again);
    setProblems(found);
    if (found.next || found.again) return;
    setBusy(true);
    const outcome = await callStaff({
      method: "POST",
      path: "/api/invitations/accept",
      body: { token, password: next },
      answer: SessionAnswer,
    });
    if (outcome.ok) {
      location.assign("/exams");
      return;
    }
    setBusy(false);
    const isUsed = outcome.error.status === 401 || outcome.error.status === 404;
    setProblems({ form: isUsed ? words.used : failureText(outcome.error) });
  }

  return (
    <NarrowPage title={words.title} lead={words.lead}>
      {token === ""
        ? (
          <AlertBox tone="warning" role="alert" title={words.broken}>
            {words.brokenHelp}
          </AlertBox>
        )
        : (
          <form ref={form} onSubmit={submit} noValidate class="flex flex-col gap-4">
            {problems.form && <AlertBox tone="problem" role="alert" title={problems.form} />}
            <NewPassword {...{ next, again, problems }} onNext={setNext} onAgain={setAgain} />
            <Button type="submit" look="primary" busy={isBusy}>{words.submit}</Button>
          </form>
        )}
    </NarrowPage>
  );
}
