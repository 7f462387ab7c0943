import { useContext } from "preact/hooks";
import { Icon } from "../../components/icon.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { IconButton } from "../fields/icon_button.tsx";
import { RichTexts } from "./rich_texts.ts";
import { picturesIn, withoutPicture } from "./text_pictures.ts";

export interface PictureRowProps {
  text: string;
  language: string | undefined;
  /** Called with the text without the picture that was removed. */
  onText: (text: string) => void;
}

/** The pictures of a text below its field: what each shows, and a button that removes it. Nothing where there is none. */
export function PictureRow({ text, language, onText }: PictureRowProps) {
  const words = useWords("editorTexts").pictures;
  const { speaker } = useSpeech();
  const shown = useContext(RichTexts)?.pictures ?? null;
  if (shown === null) return null;
  const pictures = picturesIn(text);
  if (pictures.length === 0) return null;
  return (
    <ul aria-label={words.label} class="flex flex-wrap gap-2">
      {pictures.map((picture, place) => (
        <li
          key={`${place} ${picture.mediaId}`}
          class="flex min-w-0 max-w-full items-center gap-2.5 rounded-field border border-line bg-raised p-1"
        >
          <img
            src={`${shown}/${picture.mediaId}`}
            alt=""
            class="size-12 shrink-0 rounded-[4px] border border-line bg-white object-contain"
          />
          {picture.alternative === ""
            ? <span class="min-w-0 text-dense text-ink-soft italic">{words.noText}</span>
            : (
              <span lang={language} dir="auto" class="line-clamp-2 min-w-0 max-w-56 text-dense wrap-anywhere">
                {picture.alternative}
              </span>
            )}
          <IconButton
            label={speaker.say(words.remove, { picture: picture.alternative || speaker.number(place + 1) })}
            onClick={() => onText(withoutPicture(text, picture))}
          >
            <Icon name="close" />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
