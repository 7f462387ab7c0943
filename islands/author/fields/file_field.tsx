import { Field } from "../../components/field.tsx";
import { Sign } from "./sign.tsx";

interface FileFieldProps {
  id: string;
  label: string;
  hint: string;
  error?: string;
  /** Types that the browser offers, as an `accept` attribute. */
  accept: string;
  file: File | null;
  /** The file as a picture, where it is one that can be shown. */
  source: string | null;
  words: { choose: string; other: string; none: string };
  onFile: (file: File) => void;
}

/** Where a file is chosen or dropped: the whole box is the browser's own field, so that keyboard and screen readers find it. */
export function FileField({ id, label, hint, error, accept, file, source, words, onFile }: FileFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {({ class: _, ...attributes }) => (
        <div
          class={`relative flex min-h-20 flex-wrap items-center gap-3 rounded-lg border border-dashed bg-sunken p-3 text-sm has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-accent ${
            error ? "border-high" : "border-line-strong hover:border-accent"
          }`}
        >
          {source === null
            ? (
              <span class="inline-flex size-14 shrink-0 items-center justify-center rounded-field border border-line bg-raised text-ink-soft">
                <Sign name="picture" class="size-6" />
              </span>
            )
            : (
              <img
                src={source}
                alt=""
                class="max-h-48 max-w-full rounded-field border border-line bg-white object-contain"
              />
            )}
          <span class="min-w-0 flex-1 basis-32 wrap-anywhere">
            {file === null ? <span class="text-ink-soft">{words.none}</span> : <bdi>{file.name}</bdi>}
          </span>
          <span
            aria-hidden="true"
            class="inline-flex min-h-10 items-center rounded-field border border-line bg-raised px-4 font-medium shadow-button"
          >
            {file === null ? words.choose : words.other}
          </span>
          <input
            {...attributes}
            type="file"
            accept={accept}
            onChange={({ currentTarget: { files } }) => files?.[0] && onFile(files[0])}
            class="absolute inset-0 size-full cursor-pointer opacity-0"
          />
        </div>
      )}
    </Field>
  );
}
