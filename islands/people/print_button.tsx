import { Button } from "../components/button.tsx";
import { useWords } from "../components/speech.tsx";

/** Opens the browser's own dialog for printing the page. */
export function PrintButton() {
  const words = useWords("examPaper");
  return <Button look="primary" onClick={() => print()}>{words.print}</Button>;
}
