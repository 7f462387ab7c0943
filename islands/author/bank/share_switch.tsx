import { useWords } from "../../components/speech.tsx";

/** Whether other instructors see a question of the bank. */
export function ShareSwitch({ isShared, isDisabled, onShare }: {
  isShared: boolean;
  isDisabled?: boolean;
  onShare: (isShared: boolean) => void;
}) {
  const words = useWords("bank");
  return (
    <label class="flex items-start gap-2.5 text-sm">
      <input
        type="checkbox"
        checked={isShared}
        disabled={isDisabled}
        aria-describedby="share-hint"
        onChange={({ currentTarget }) => onShare(currentTarget.checked)}
        class="mt-0.5 size-4 shrink-0"
      />
      <span>
        {words.share}
        <span id="share-hint" class="block text-ink-soft">{words.shareHint}</span>
      </span>
    </label>
  );
}
