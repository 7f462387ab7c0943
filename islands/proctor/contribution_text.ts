import { type ContributionText, contributionText } from "../../words/contribution_text.ts";
import { useWords } from "../components/speech.tsx";

/** Contributions, signals, categories and features by name, in the page's language, for a component. */
export function useContributionText(): (name: string) => ContributionText {
  const words = {
    contributions: useWords("contributions"),
    featureTitles: useWords("featureTitles"),
    signals: useWords("signals"),
  };
  return (name) => contributionText(words, name);
}
