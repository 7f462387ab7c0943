import { mount } from "../../components/mount.tsx";
import { readPageData } from "../../components/page_data.ts";
import { readPageSpeech } from "../../components/page_speech.ts";
import { enableSignOut } from "../../staff/sign_out.ts";
import { BankItemData, BankItemPage } from "./bank_item_page.tsx";

mount(<BankItemPage {...readPageData(BankItemData)} />, readPageSpeech());
enableSignOut();
