import type { Manifest } from "../../server/build/manifest.ts";
import { renderDocument } from "./document.tsx";
import { PublicPage } from "./public_page.tsx";

/** `GET /declined` as HTML: nothing was captured, and whom to ask for another way to sit the exam. */
export function renderDeclined({ manifest }: { manifest: Manifest }): string {
  return renderDocument({ title: "You did not agree", manifest, children: <Declined /> });
}

function Declined() {
  return (
    <PublicPage>
      <div class="flex max-w-2xl flex-col gap-5">
        <h1 class="text-3xl font-semibold">You did not agree, and that is fine</h1>
        <p class="text-lg">Nothing was captured, and no exam was started in your name.</p>
        <p>
          Ask your teacher or your exam office for another way to sit this exam, for example in a room with an
          invigilator. Tell them that you declined the capture of behaviour in an online exam; you need not say why.
        </p>
        <p>
          If something in the text was unclear, the{" "}
          <a href="/privacy" class="font-medium text-accent underline underline-offset-4">data-protection page</a>{" "}
          says more. If you use assistive technology, it can be taken into account: your exam office can set that up.
        </p>
        <p>
          <a href="/join" class="font-medium text-accent underline underline-offset-4">Back to joining an exam</a>
        </p>
      </div>
    </PublicPage>
  );
}
