import type { Plugin } from "esbuild";

/**
 * What checks evidence is the same code in a browser as on the server: there, `node:crypto` is a file of ours that does what the
 * check needs of it with a library for browsers. A script that needs more of Node is not built.
 *
 * @param root The project's root.
 */
export function browserCrypto(root: string): Plugin {
  return {
    name: "browser_crypto",
    setup(build) {
      build.onResolve({ filter: /^node:crypto$/ }, () => ({ path: `${root}/server/delivery/browser_crypto.ts` }));
    },
  };
}
