import { useState } from "preact/hooks";
import { Button } from "../../components/button.tsx";
import { Field } from "../../components/field.tsx";
import { useWords } from "../../components/speech.tsx";

interface ImportSourceProps {
  isBusy: boolean;
  onFile: (file: File) => void;
  onText: (text: string) => void;
}

/** Where questions come from: a file that is chosen or dropped, or a text that is pasted. */
export function ImportSource({ isBusy, onFile, onText }: ImportSourceProps) {
  const [text, setText] = useState("");
  const [isOver, setOver] = useState(false);
  const words = useWords("importing");
  return (
    <div class="flex flex-col gap-4">
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const [file] = event.dataTransfer?.files ?? [];
          if (file !== undefined && !isBusy) onFile(file);
        }}
        class={`relative flex flex-wrap items-center justify-between gap-3 rounded-lg border border-dashed p-5 text-sm has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-accent ${
          isOver ? "border-accent bg-accent-soft" : "border-line-strong bg-sunken hover:border-accent"
        }`}
      >
        <div class="flex min-w-0 flex-1 basis-56 flex-col gap-2">
          <label for="import-file" class="font-medium">{words.file}</label>
          <p id="import-file-hint" class="text-ink-soft">{words.fileHint}</p>
        </div>
        <span
          aria-hidden="true"
          class="inline-flex min-h-10 items-center rounded-field border border-line bg-raised px-4 font-medium shadow-button"
        >
          {words.browse}
        </span>
        {/* It lies over the whole box: a click anywhere opens it. */}
        <input
          id="import-file"
          type="file"
          aria-describedby="import-file-hint"
          disabled={isBusy}
          class="absolute inset-0 size-full cursor-pointer opacity-0 disabled:cursor-progress"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            // The same file, mended, can be chosen again.
            event.currentTarget.value = "";
            if (file !== undefined) onFile(file);
          }}
        />
      </div>
      <Field id="import-text" label={words.paste}>
        {(attributes) => (
          <textarea
            {...attributes}
            rows={5}
            spellcheck={false}
            dir="auto"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
            class={`${attributes.class} font-mono text-xs sm:text-xs`}
          />
        )}
      </Field>
      <div>
        <Button busy={isBusy} disabled={text.trim() === ""} onClick={() => onText(text)}>{words.read}</Button>
      </div>
    </div>
  );
}
