import { useSpeech, useWords } from "../../islands/components/speech.tsx";
import { HOME_PICTURES, type HomePicture, homePicture } from "./home_pictures.ts";

/** From this width on a window is no phone's: there the wide picture can be read. */
const NO_PHONE = "(min-width: 40rem)";
const IS_DARK = "(prefers-color-scheme: dark)";

interface ShownPictureProps {
  name: "room" | "exam" | "reasons" | "replay";
  /** What a phone is given in its place. */
  onPhone?: HomePicture;
}

/** A picture of the product in the page's language and the reader's scheme, with what it shows beneath it. */
export function ShownPicture({ name, onPhone }: ShownPictureProps) {
  const { alt, caption } = useWords("home").pictures[name];
  const { speaker } = useSpeech();
  const drawn = (picture: HomePicture, scheme: "light" | "dark") => ({
    address: `/${homePicture(picture, speaker.language.tag, scheme)}`,
    size: { width: HOME_PICTURES[picture].width, height: HOME_PICTURES[picture].height },
  });
  const source = (picture: HomePicture, scheme: "light" | "dark", media: string) => {
    const { address, size } = drawn(picture, scheme);
    return <source media={media} srcset={address} type="image/webp" {...size} />;
  };
  const { address, size } = drawn(onPhone ?? name, "light");
  return (
    <figure class="flex flex-col gap-3">
      <picture>
        {onPhone && source(name, "dark", `${NO_PHONE} and ${IS_DARK}`)}
        {onPhone && source(name, "light", NO_PHONE)}
        {source(onPhone ?? name, "dark", IS_DARK)}
        {/* The first one too: fetched beside the style it would take the words' part of a slow network. */}
        <img
          src={address}
          {...size}
          alt={alt}
          loading="lazy"
          decoding="async"
          class="h-auto w-full rounded-lg border border-line bg-sunken"
        />
      </picture>
      <figcaption class="text-sm text-ink-soft">{caption}</figcaption>
    </figure>
  );
}
