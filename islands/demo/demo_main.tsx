import { hydrate } from "preact";
import { keepFocus } from "../components/keep_focus.ts";
import { readPageSpeech } from "../components/page_speech.ts";
import { Speaking } from "../components/speech.tsx";
import { DemoPage } from "./demo_page.tsx";

const place = document.getElementById("demo");
if (place !== null) {
  hydrate(
    <Speaking speech={readPageSpeech()}>
      <DemoPage />
    </Speaking>,
    place,
  );
  keepFocus(document);
  document.documentElement.dataset.ready = "true";
}
