import { Said } from "../components/said.tsx";
import { useWords } from "../components/speech.tsx";
import { LoginForm, type LoginFormProps } from "./login_form.tsx";
import { NarrowPage } from "./narrow_page.tsx";

/** Where staff sign in. */
export function LoginPage(props: LoginFormProps) {
  const words = useWords("signIn");
  const join = <a href="/join" class="font-medium text-accent underline underline-offset-4">{words.join}</a>;
  return (
    <NarrowPage title={words.title} lead={words.lead}>
      <LoginForm {...props} />
      <p class="border-t border-line pt-4 text-sm text-ink-soft">
        <Said sentence={words.student} places={{ join }} />
      </p>
    </NarrowPage>
  );
}
