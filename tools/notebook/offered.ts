export const editButton = (folder: string, name: string): string =>
  `<p class="edit-page"><button class="button" type="button" data-notebook="${folder}" data-page="${name}">Edit this page</button></p>\n`;

/** A page with a button that opens it as a notebook, under what it says of itself first. */
export function offered(html: string, folder: string, name: string): string {
  const lede = /<p class="lede">[\s\S]*?<\/p>\n/.exec(html) ?? /<h1[\s\S]*?<\/h1>\n?/.exec(html);
  if (lede === null) throw new Error(`${name}: a page that can be edited has a heading`);
  return (
    html.slice(0, lede.index + lede[0].length) + editButton(folder, name) + html.slice(lede.index + lede[0].length)
  );
}
