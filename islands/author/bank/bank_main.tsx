import { mount } from "../../components/mount.tsx";
import { readPageData } from "../../components/page_data.ts";
import { readPageSpeech } from "../../components/page_speech.ts";
import { enableSignOut } from "../../staff/sign_out.ts";
import { BankData, BankPage } from "./bank_page.tsx";

mount(<BankPage {...readPageData(BankData)} />, readPageSpeech());
enableSignOut();
