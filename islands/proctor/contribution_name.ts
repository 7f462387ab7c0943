import { contributionName } from "../../words/contribution_name.ts";
import { useWords } from "../components/speech.tsx";

/** Names of contributions, signals, categories and features in the page's language, for a component. */
export function useContributionName(): (name: string) => string {
  const words = {
    contributions: useWords("contributions"),
    features: useWords("features"),
    signals: useWords("signals"),
  };
  return (name) => contributionName(words, name);
}
