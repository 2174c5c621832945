/** What the book's components import as `observablehq:stdlib`, inside the frame: files come from the page. */
declare global {
  var notebookFile: (name: string) => Promise<ArrayBuffer>;
}

export const FileAttachment = (name: string) => {
  const bytes = () => globalThis.notebookFile(name.replace(/^\//, "")); // cells name files from the root of the book
  const text = async () => new TextDecoder().decode(await bytes());
  return {
    href: "",
    arrayBuffer: bytes,
    text,
    json: async () => JSON.parse(await text()) as unknown
  };
};

/** A node that is drawn again for each width, and for each height if `draw` asks for it: as in Framework. */
export function resize(draw: (width: number, height: number) => unknown, invalidation?: Promise<unknown>): HTMLElement {
  const node = document.createElement("div");
  node.style.position = "relative";
  const tall = draw.length > 1;
  if (tall) node.style.height = "100%";
  let last: number | undefined;
  let drawing = 0;
  const sizes = new ResizeObserver(async ([entry]) => {
    if (entry === undefined) return;
    const {width, height} = entry.contentRect;
    if (width === last && !tall) return;
    last = width;
    const mine = ++drawing;
    const drawn = width > 0 ? await draw(width, height) : "";
    if (mine !== drawing) return; // another size has been asked for since
    if (tall && drawn instanceof HTMLElement) drawn.style.position = "absolute";
    node.replaceChildren(drawn instanceof Node ? drawn : String(drawn));
  });
  sizes.observe(node);
  void invalidation?.then(() => sizes.disconnect());
  return node;
}
