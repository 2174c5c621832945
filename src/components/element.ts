/** What an element may be given: its own properties, but none that would read text as markup. */
type Properties<K extends keyof HTMLElementTagNameMap> = Partial<
  Omit<HTMLElementTagNameMap[K], "innerHTML" | "outerHTML" | "style">
>;

/** An HTML element with its properties and children. Strings become text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Properties<K> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

/** The same element with these attributes set, for those that have no property. */
export function attributes<E extends Element>(node: E, names: Readonly<Record<string, string | number>>): E {
  for (const [name, value] of Object.entries(names)) node.setAttribute(name, String(value));
  return node;
}

/** An SVG element with its attributes and children. */
export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  names: Readonly<Record<string, string | number>> = {},
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[K] {
  const node = attributes(document.createElementNS("http://www.w3.org/2000/svg", name), names);
  node.append(...children);
  return node;
}

/** A button that does one thing. */
export const button = (label: string, onclick: () => unknown, className = "button"): HTMLButtonElement =>
  element("button", {type: "button", className, onclick: () => void onclick()}, label);

let ids = 0;
/** An id that no other element of the page has. */
export const uniqueId = (kind: string): string => `${kind}-${++ids}`;

/** Brings an element into view once it stands on the page, if the address names it: it was not there when that loaded. */
export function arrive(node: HTMLElement): void {
  if (location.hash !== `#${node.id}`) return;
  const placed = new ResizeObserver(() => {
    if (!node.isConnected) return;
    placed.disconnect();
    node.scrollIntoView();
  });
  placed.observe(node);
}
