import { mount } from "../components/mount.tsx";
import { readPageSpeech } from "../components/page_speech.ts";
import { enableSignOut } from "../staff/sign_out.ts";
import { PrintButton } from "./print_button.tsx";

mount(<PrintButton />, readPageSpeech(), "print-button");
enableSignOut();
