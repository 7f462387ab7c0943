import { LoginForm, type LoginFormProps } from "./login_form.tsx";
import { NarrowPage } from "./narrow_page.tsx";

/** Where staff sign in. */
export function LoginPage(props: LoginFormProps) {
  return (
    <NarrowPage title="Sign in" lead="For proctors, instructors and administrators.">
      <LoginForm {...props} />
      <p class="border-t border-line pt-4 text-sm text-ink-soft">
        Sitting an exam?{" "}
        <a href="/join" class="font-medium text-accent underline underline-offset-4">Join with your exam code</a>
      </p>
    </NarrowPage>
  );
}
