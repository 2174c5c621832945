import {element} from "./element.js";

/**
 * A field that leaves only the links of a page whose names contain what is typed, each word of it in any case; what has no
 * link left goes with its heading.
 */
export function nameFilter(page: Element): HTMLElement {
  const lists = [...page.querySelectorAll(".api-names")].map((list) => ({
    list,
    links: [...list.querySelectorAll("a")],
    // a list, the sentence before it and the heading before that
    around: [list, list.previousElementSibling, list.previousElementSibling?.previousElementSibling]
  }));
  const found = element("span", {className: "api-found", role: "status"});
  const field = element("input", {type: "search", placeholder: "adamw, softmax, Tokenizer …", autocomplete: "off"});
  const narrow = (): void => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (name: string): boolean => words.every((word) => name.toLowerCase().includes(word));
    let shown = 0;
    for (const {links, around} of lists) {
      let own = 0;
      for (const link of links) {
        link.hidden = !fits(link.textContent ?? "");
        if (!link.hidden) own++;
      }
      for (const node of around) node?.toggleAttribute("hidden", own === 0);
      shown += own;
    }
    found.textContent = words.length === 0 ? "" : shown === 1 ? "1 name" : `${shown} names`;
  };
  field.addEventListener("input", narrow);
  return element("label", {className: "api-filter"}, "Find a name", field, found);
}
