import { CopiedAddress } from "../staff/copied_address.tsx";
import { useWords } from "../components/speech.tsx";

/** Where students join an exam, to be copied. */
export function JoinAddress({ code }: { code: string }) {
  const words = useWords("editor").publishing;
  return <CopiedAddress id="join-address-field" label={words.address} path={`/join/${code}`} />;
}
