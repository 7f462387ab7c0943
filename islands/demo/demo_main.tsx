import { mount } from "../components/mount.tsx";
import { readPageSpeech } from "../components/page_speech.ts";
import { DemoPage } from "./demo_page.tsx";

// The plot comes with the page, not once it is shown: after it has loaded, the page asks nobody for anything.
import("../proctor/drawer/risk_plot.ts").catch(() => {/* it is asked for again where it is shown */});

mount(<DemoPage />, readPageSpeech(), "demo");
