/** A page of a {@link ForeignSite}. */
export interface ForeignPage {
  html: string;
  /** The page's own script, at `/page.js` beside it: a module. */
  script?: string;
  /** Its content security policy, where it has one. */
  policy?: string;
}

/** A web site of somebody else, which knows nothing of us: another origin, with pages as given. */
export class ForeignSite {
  readonly origin: string;
  readonly #server: Deno.HttpServer<Deno.NetAddr>;

  private constructor(server: Deno.HttpServer<Deno.NetAddr>) {
    this.#server = server;
    this.origin = `http://127.0.0.1:${server.addr.port}`;
  }

  /** Serves pages by their paths. */
  static serve(pages: Readonly<Record<string, ForeignPage>>): ForeignSite {
    return new ForeignSite(Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (request) => {
      const { pathname } = new URL(request.url);
      const page = pages[pathname.replace(/\.js$/, "")];
      if (page === undefined) return new Response("Not here", { status: 404 });
      if (pathname.endsWith(".js")) {
        return new Response(page.script ?? "", { headers: { "content-type": "text/javascript" } });
      }
      const script = page.script === undefined ? "" : `<script type="module" src="${pathname}.js"></script>`;
      const html = `<!doctype html><html lang="en"><title>Quiz</title><body>${page.html}${script}</body></html>`;
      return new Response(html, {
        headers: {
          "content-type": "text/html; charset=utf-8",
          ...(page.policy !== undefined && { "content-security-policy": page.policy }),
        },
      });
    }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server.shutdown();
  }
}
