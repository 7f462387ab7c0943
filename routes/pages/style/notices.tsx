import { AlertBox } from "../../../islands/components/alert_box.tsx";
import { Button } from "../../../islands/components/button.tsx";
import { ConnectionStatus } from "../../../islands/components/connection_status.tsx";
import { DataTable } from "../../../islands/components/data_table.tsx";
import { EmptyState } from "../../../islands/components/empty_state.tsx";
import { Icon, ICON_PATHS, type IconName } from "../../../islands/components/icon.tsx";
import { LevelBadge, LevelShape } from "../../../islands/components/level_badge.tsx";
import { Loading } from "../../../islands/components/loading.tsx";
import { PageFrame, PagePart } from "../../../islands/components/page_frame.tsx";
import type { Sentences } from "../../../words/words.ts";
import { RTL, type Sample } from "./sample.ts";

const LEVELS = ["low", "medium", "high", "insufficient", "uncaptured"] as const;

/** What says how something stands. */
export function notices({ exams, people, privacy, bank, publicPage, signIn }: Sentences): Sample[] {
  const columns = [{ label: people.columns.name }, { label: people.columns.number, numeric: true }];
  return [
    {
      name: "AlertBox",
      states: {
        info: () => <AlertBox title={people.draftList} />,
        good: () => <AlertBox tone="good" title={people.made.copied} />,
        warning: () => <AlertBox tone="warning" title={people.who.dialogTitle}>{people.who.dialogLead}</AlertBox>,
        problem: () => <AlertBox tone="problem" title={signIn.tooMany} />,
        long: () => <AlertBox title={privacy.use.title}>{privacy.use.text}</AlertBox>,
        rtl: () => <AlertBox tone="warning" title={RTL.text} />,
      },
    },
    {
      name: "LevelBadge",
      states: Object.fromEntries([
        ...LEVELS.map((level) => [level, () => <LevelBadge level={level} />]),
        ["quiet", () => <LevelBadge level="low" isQuiet />],
      ]),
    },
    {
      name: "LevelShape",
      states: Object.fromEntries(LEVELS.map((level) => [level, () => <LevelShape level={level} />])),
    },
    {
      name: "ConnectionStatus",
      states: Object.fromEntries(
        (["connecting", "online", "reconnecting", "refused"] as const)
          .map((state) => [state, () => <ConnectionStatus state={state} />]),
      ),
    },
    {
      name: "DataTable",
      states: {
        rest: () => (
          <DataTable
            label={people.students}
            columns={columns}
            rows={[
              { key: "a", cells: [people.states.writing, "1001"] },
              { key: "b", cells: [privacy.use.text, "1002"] },
              { key: "c", cells: [<span key="name" lang={RTL.lang} dir="auto">{RTL.text}</span>, "1003"] },
            ]}
            empty={people.noneFound}
          />
        ),
        empty: () => <DataTable label={people.who.title} columns={columns} rows={[]} empty={people.noneFound} />,
      },
    },
    {
      name: "EmptyState",
      states: {
        rest: () => (
          <EmptyState title={bank.none} Heading="h3" lead={bank.noneLead}>
            <Button look="primary">{exams.newExam}</Button>
          </EmptyState>
        ),
        short: () => <EmptyState lead={people.noneFound} />,
      },
    },
    { name: "Loading", states: { rest: () => <Loading /> } },
    {
      name: "PagePart",
      states: {
        rest: () => <PagePart title={people.trial.title} lead={people.trial.lead}>{people.trial.start}</PagePart>,
      },
    },
    {
      name: "Icon",
      states: Object.fromEntries(
        (Object.keys(ICON_PATHS) as IconName[]).map((name) => [name, () => <Icon name={name} class="size-5" />]),
      ),
    },
    {
      // Its heading is a page's own: of two there is one.
      name: "PageFrame",
      states: {
        rest: (at) =>
          at === "light"
            ? (
              <PageFrame
                title={people.title}
                lead={people.noneLead}
                actions={<Button look="primary">{people.bring}</Button>}
              >
                <p>{publicPage.principle}</p>
              </PageFrame>
            )
            : null,
      },
    },
  ];
}
