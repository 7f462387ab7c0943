import type { ComponentChildren } from "preact";
import { type ExamTab, ExamTabs, type TabbedExam } from "../../islands/staff/exam_tabs.tsx";
import { helpOf, type StaffScript } from "../../islands/staff/help.ts";
import { StaffHeader } from "../../islands/staff/staff_header.tsx";
import type { Viewer } from "../../islands/staff/viewer.ts";
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
  /** Of which exam, and which of its pages, where the page is one of an exam's. */
  tab?: { exam: TabbedExam; current: ExamTab };
  script: StaffScript;
  /** Groups of words that the page's script needs, beside those of every staff page. */
  groups: readonly Group[];
  data: unknown;
  children: ComponentChildren;
}

/** A page behind the login: the staff's header above its island. */
export function renderStaffPage({ viewer, current, tab, groups, script, ...page }: StaffDocument): string {
  return renderDocument({
    ...page,
    script,
    groups: ["addresses", "calls", ...groups],
    header: (
      <>
        <StaffHeader
          viewer={viewer}
          current={current}
          help={helpOf(script, viewer.role)}
          isWide={tab?.current === "room"}
        />
        {tab && <ExamTabs viewer={viewer} exam={tab.exam} current={tab.current} />}
      </>
    ),
  });
}
