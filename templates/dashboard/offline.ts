/**
 * Builds without a network. Framework asks the registry for the newest versions of libraries that pages might use, whether they
 * do or not; these pages import what is installed, so any answer will do. To import by `npm:` nonetheless, take the import of this
 * file out of observablehq.config.ts.
 */
globalThis.fetch = async (input) => {
  const {hostname, href} = new URL(input instanceof Request ? input.url : input);
  if (hostname === "registry.npmjs.org") return Response.json({version: "0.0.0", versions: {"0.0.0": {}}});
  throw new Error(`${href} is not fetched: install the package, and import it by its name without npm: before it`);
};
