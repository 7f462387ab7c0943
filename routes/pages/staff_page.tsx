import type { ComponentChildren } from "preact";
import { StaffHeader } from "../../islands/proctor/staff_header.tsx";
import type { Viewer } from "../../islands/proctor/viewer.ts";
import type { EntryName } from "../../server/build/entries.ts";
import type { Manifest } from "../../server/build/manifest.ts";
import type { Group, Words } from "../../words/words.ts";
import { renderDocument } from "./document.tsx";

/** What every staff page is given. */
export interface StaffPageProps {
  manifest: Manifest;
  words: Words;
  viewer: Viewer;
}

interface StaffDocument extends StaffPageProps {
  title: string;
  current: string;
  script: EntryName;
  /** Groups of words that the page's script needs, beside those of every staff page. */
  groups: readonly Group[];
  data: unknown;
  children: ComponentChildren;
}

/** A page behind the login: the staff's header above its island. */
export function renderStaffPage({ viewer, current, groups, ...page }: StaffDocument): string {
  return renderDocument({
    ...page,
    groups: ["calls", ...groups],
    header: <StaffHeader viewer={viewer} current={current} />,
  });
}
