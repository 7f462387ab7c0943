import { readPageSpeech } from "../components/page_speech.ts";
import { Speaking } from "../components/speech.tsx";
import { keepFocus } from "../components/keep_focus.ts";
import { outliveForeignChanges } from "../components/foreign_changes.ts";
import { hydrate } from "preact";
import { applyDisplay } from "./display_settings.ts";
import { CheckPage } from "./check/check_page.tsx";
import { Practice } from "./check/practice.ts";

const place = document.getElementById("check");
if (place !== null) {
  applyDisplay();
  hydrate(
    <Speaking speech={readPageSpeech()}>
      <CheckPage practice={new Practice()} />
    </Speaking>,
    place,
  );
  outliveForeignChanges(place);
  keepFocus(document);
  document.documentElement.dataset.ready = "true";
}
