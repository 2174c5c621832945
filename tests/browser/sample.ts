/** Whether every page is tried, as `npm run test:all` does, or a sample of those that are made alike. */
const everyPage = process.env["ALL_PAGES"] !== undefined;

/**
 * The pages of a sample, or all of them where every page is tried.
 *
 * @throws Error for a page of the sample that the site does not have.
 */
export function sampled(paths: readonly string[], sample: readonly string[]): readonly string[] {
  if (everyPage || paths.length === 0) return paths; // a site that is not built has none
  const missing = sample.filter((path) => !paths.includes(path));
  if (missing.length > 0) throw new Error(`the site has no pages ${missing.join(", ")}, which are a sample of it`);
  return paths.filter((path) => sample.includes(path));
}
