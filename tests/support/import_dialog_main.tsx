import { render } from "preact";
import { useState } from "preact/hooks";
import { ImportDialog } from "../../islands/author/import/import_dialog.tsx";
import { ExportMenu } from "../../islands/author/import/export_menu.tsx";
import { Button } from "../../islands/components/button.tsx";
import { Speaking, speechOf } from "../../islands/components/speech.tsx";
import { wordsOf } from "../../words/languages.ts";

/** A page that opens the dialog, and shows what was taken: what the editor is to it. */
function Opener() {
  const [isOpen, setOpen] = useState(false);
  const [taken, setTaken] = useState<readonly { id: string }[]>([]);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open</Button>
      <ExportMenu examId={location.hash.slice(1)} />
      <output>{taken.map(({ id }) => id).join(" ")}</output>
      {isOpen && (
        <ImportDialog
          takenIds={["q1"]}
          hasPictures
          onClose={() => setOpen(false)}
          onTake={(questions) => {
            setTaken(questions);
            setOpen(false);
            return Promise.resolve(null);
          }}
        />
      )}
    </>
  );
}

const island = document.getElementById("island");
if (island === null) throw new TypeError("The page has no island");
island.replaceChildren();
render(
  <Speaking speech={speechOf(wordsOf([document.documentElement.lang]))}>
    <Opener />
  </Speaking>,
  island,
);
document.documentElement.dataset.ready = "true";
