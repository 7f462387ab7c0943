import { z } from "zod";
import { PageFrame } from "../components/page_frame.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { Viewer } from "../staff/viewer.ts";
import { AdminTabs } from "./admin_tabs.tsx";
import { READ_EVERY_MS, ServerFigures } from "./server_figures.tsx";

/** What the page of the server's figures starts from. */
export const ServerData = z.strictObject({ viewer: Viewer });
export type ServerData = z.infer<typeof ServerData>;

/** What the server measures of itself, in words and with units, and how much it does. */
export function ServerPage(_: ServerData) {
  const { speaker } = useSpeech();
  const words = useWords("admin");
  return (
    <PageFrame title={words.title} lead={speaker.say(words.leads.server, { n: READ_EVERY_MS / 1_000 })}>
      <AdminTabs current="server" />
      <ServerFigures />
    </PageFrame>
  );
}
