import { hydrate } from "preact";
import { keepFocus } from "../components/keep_focus.ts";
import { readPageSpeech } from "../components/page_speech.ts";
import { Speaking } from "../components/speech.tsx";
import { VerifyPage } from "./verify_page.tsx";

const place = document.getElementById("verify");
if (place !== null) {
  hydrate(
    <Speaking speech={readPageSpeech()}>
      <VerifyPage />
    </Speaking>,
    place,
  );
  keepFocus(document);
  document.documentElement.dataset.ready = "true";
}
