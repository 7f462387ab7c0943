import { useEffect, useState } from "preact/hooks";
import { MAX_DRAWN_PAGES } from "../../../../protocol/limits.ts";
import { drawPages } from "./draw_pages.ts";

/** A page of a PDF that has no text to be read, as a picture. */
export interface DrawnPage {
  /** From 1. */
  page: number;
  /** The PDF's name. */
  file: string;
  picture: Blob;
  /** The picture as an address that a page may show. */
  source: string;
}

/** What has become of the pages that were to be drawn. */
export interface DrawnPages {
  drawn: readonly DrawnPage[];
  /** Pages that cannot be drawn. */
  undrawn: readonly number[];
  /** Pages that are still to come. */
  left: number;
}

const NONE: DrawnPages = { drawn: [], undrawn: [], left: 0 };

/** For a component: pictures of pages of a PDF, one after the other as they are drawn. Whoever asks for none loads nothing. */
export function useDrawnPages(file: { name: string; content: Blob } | null, pages: readonly number[]): DrawnPages {
  const [state, setState] = useState(NONE);
  const key = pages.join(" ");
  useEffect(() => {
    const wanted = pages.slice(0, MAX_DRAWN_PAGES);
    setState({ ...NONE, left: wanted.length });
    if (file === null || wanted.length === 0) return;
    let isOver = false;
    const end = drawPages(file.content, wanted, async (page, picture) => {
      const source = picture === null ? null : await dataUrl(picture);
      if (isOver) return;
      setState(({ drawn, undrawn, left }) =>
        picture === null || source === null
          ? { drawn, undrawn: [...undrawn, page], left: left - 1 }
          : { drawn: [...drawn, { page, file: file.name, picture, source }], undrawn, left: left - 1 }
      );
    });
    return () => {
      isOver = true;
      end();
    };
  }, [file, key]);
  return state;
}

function dataUrl(picture: Blob): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onloadend = () => resolve(typeof reader.result === "string" ? reader.result : null);
    reader.readAsDataURL(picture);
  });
}
