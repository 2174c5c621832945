/** Hooks of Node's loader: an address of the site's library is a source of the project. */
import {pathToFileURL} from "node:url";
import {sourceOf} from "./site-sources.js";

/** @type {import("node:module").ResolveHook} */
export const resolve = (specifier, context, next) => {
  const file = sourceOf(specifier);
  return next(file === undefined ? specifier : pathToFileURL(file).href, context);
};
