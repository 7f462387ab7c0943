import { mount } from "../components/mount.tsx";
import { InvitationPage } from "./invitation_page.tsx";

mount(<InvitationPage />);
