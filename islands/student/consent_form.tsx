import { useEffect, useState } from "preact/hooks";
import type { Declared } from "../../protocol/exam.ts";
import { MAX_NAME_UNITS } from "../../protocol/limits.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { CheckList } from "../components/check_list.tsx";
import { FieldError, TextField } from "../components/field.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useProblemFocus } from "../components/use_problem_focus.ts";
import { withLanguage } from "./content_language.ts";
import { isSameStudent } from "./joined_attempts.ts";
import type { JoinExamData } from "./join_page_data.ts";
import { type JoinProblems, joinProblems } from "./join_problems.ts";
import { OpeningNotice } from "./opening_notice.tsx";
import { useOpenAttempts } from "./open_attempts.tsx";
import { PersonalGreeting } from "./personal_greeting.tsx";
import { readPersonalLink, tokenInAddress, tokenOf, usePersonalLink } from "./personal_link.ts";
import { startExam } from "./start_exam.ts";
import { openStudentStorage } from "./student_storage.ts";
import { examPath } from "./tab_attempt.ts";

const TECHNOLOGIES: Declared = ["dictation", "screen_reader", "switch_access", "motor_impairment"];

/** Who sits the exam, and whether they agree to what is captured. Nothing is logged before this is sent. */
export function ConsentForm({ code, join, consentVersion, opening, isByProctor = false, language }: JoinExamData) {
  const words = useWords("joinForms");
  const speech = useSpeech();
  const [hasToken, setHasToken] = useState(join === "roster");
  const [name, setName] = useState("");
  const [number, setNumber] = useState("");
  const [token, setToken] = useState("");
  const [declared, setDeclared] = useState<Declared>([]);
  const [isAgreed, setAgreed] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problems, setProblems] = useState<JoinProblems>({});
  const form = useProblemFocus(problems);
  const open = useOpenAttempts(code);
  const [link, setLink] = usePersonalLink(code);
  const [isSomebodyElse, setSomebodyElse] = useState(false);
  const personal = isSomebodyElse ? null : link ?? null;

  useEffect(() => {
    const given = tokenInAddress();
    if (given === null) return;
    setHasToken(true);
    setToken(given);
  }, []);

  /** Whoever sits here came by somebody else's link: it is neither used nor kept. */
  function comeAsSomebodyElse() {
    setSomebodyElse(true);
    setToken("");
    setHasToken(join === "roster");
    history.replaceState(null, "", location.pathname + location.search);
  }

  async function submit(event: Event) {
    event.preventDefault();
    if (isBusy) return;
    const missing: JoinProblems = {};
    if (hasToken && tokenOf(token) === "") missing.token = words.token.missing;
    if (!hasToken && name.trim() === "") missing.name = words.name.missing;
    if (!isAgreed) missing.consent = words.consent.missing;
    setProblems(missing);
    if (Object.keys(missing).length > 0) return;
    setBusy(true);
    const consent = { version: consentVersion, language: speech.speaker.language.tag };
    const student = { name: name.trim(), ...(number.trim() === "" ? {} : { number: number.trim() }) };
    const terms = { consent, ...(declared.length > 0 && { declared }) };
    const mine = hasToken ? undefined : open.find((joined) => isSameStudent(joined, student));
    if (mine !== undefined) return location.assign(examPath(mine.attemptId, mine.language));
    const outcome = await startExam(code, hasToken ? { token: tokenOf(token), ...terms } : { code, student, ...terms });
    if (outcome.ok) {
      const { attempt_id, session_token, exam } = outcome.value;
      const { joined } = await openStudentStorage();
      const kept = await joined.put({
        attemptId: attempt_id,
        token: session_token,
        ...(hasToken ? { name: personal?.name ?? "" } : student),
        exam: exam.title,
        code,
        ...(exam.language !== undefined && { language: exam.language }),
      });
      if (kept) return location.assign(examPath(attempt_id, exam.language));
      setProblems({ form: words.problems.storage });
    } else {
      // Whoever comes back after the end is led to the result.
      const used = outcome.failure.code === "token_used" ? await readPersonalLink(code, tokenOf(token)) : null;
      if (used?.endedAt !== undefined) setLink(used);
      else setProblems(joinProblems(outcome.failure, hasToken, speech));
    }
    setBusy(false);
  }

  if (personal?.endedAt !== undefined) return <PersonalGreeting link={personal} onNotMe={comeAsSomebodyElse} />;
  return (
    <form ref={form} onSubmit={submit} noValidate class="flex flex-col gap-6">
      {opening !== undefined && <OpeningNotice {...opening} onOpen={() => setProblems({})} isByProctor={isByProctor} />}
      {problems.form && <AlertBox tone="problem" role="alert" title={problems.form} />}
      {personal !== null && !problems.token
        ? <PersonalGreeting link={personal} onNotMe={comeAsSomebodyElse} />
        : hasToken
        ? (
          <TextField
            id="token"
            name="token"
            label={words.token.label}
            hint={words.token.hint}
            autoComplete="off"
            maxLength={500}
            value={token}
            onInput={setToken}
            error={problems.token}
          />
        )
        : (
          <>
            <TextField
              id="name"
              name="name"
              label={words.name.label}
              autoComplete="name"
              maxLength={MAX_NAME_UNITS}
              value={name}
              onInput={setName}
              error={problems.name}
            />
            <TextField
              id="number"
              name="number"
              label={words.number.label}
              autoComplete="off"
              maxLength={MAX_NAME_UNITS}
              value={number}
              onInput={setNumber}
              error={problems.number}
            />
          </>
        )}
      {join === "open" && personal === null && (
        <button
          type="button"
          onClick={() => setHasToken(!hasToken)}
          class="min-h-8 self-start rounded-field text-sm font-medium text-accent underline underline-offset-4"
        >
          {hasToken ? words.token.haveNot : words.token.have}
        </button>
      )}
      <CheckList
        legend={words.declared.label}
        hint={words.declared.hint}
        options={TECHNOLOGIES.map((value) => ({ value, label: words.declared.options[value] }))}
        chosen={declared}
        onChange={setDeclared}
      />
      <div class="flex flex-col gap-1.5">
        <FieldError id="consent-error" error={problems.consent} />
        <label class="flex cursor-pointer items-start gap-3">
          <input
            type="checkbox"
            name="consent"
            checked={isAgreed}
            aria-invalid={problems.consent ? "true" : undefined}
            aria-describedby={problems.consent ? "consent-error" : undefined}
            onChange={(event) => setAgreed(event.currentTarget.checked)}
            class="mt-1 size-4 shrink-0"
          />
          <span>{words.consent.label}</span>
        </label>
      </div>
      <div class="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button type="submit" look="primary" busy={isBusy}>
          {isBusy ? words.consent.busy : words.consent[isByProctor ? "submitToWait" : "submit"]}
        </Button>
        <a
          href={withLanguage("/declined", language)}
          class="rounded-field py-2 font-medium text-accent underline underline-offset-4"
        >
          {words.consent.decline}
        </a>
      </div>
      <p class="text-sm text-ink-soft">{words.consent[isByProctor ? "timeBeginsLetIn" : "timeBegins"]}</p>
    </form>
  );
}
