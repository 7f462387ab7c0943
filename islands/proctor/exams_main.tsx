import { mount } from "../components/mount.tsx";
import { readPageData } from "../components/page_data.ts";
import { ExamsData, ExamsPage } from "./exams_page.tsx";
import { enableSignOut } from "./sign_out.ts";

mount(<ExamsPage {...readPageData(ExamsData)} />);
enableSignOut();
