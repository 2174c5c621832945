/**
 * Makes the field of a page leave only the links whose names contain what is typed, each word of it in any case; what has no
 * link left goes with its heading. What was typed before this came counts, too.
 */
export function filterNames(page: Element): void {
  const field = page.querySelector<HTMLInputElement>(".api-filter input")!;
  const found = page.querySelector(".api-filter output")!;
  const lists = [...page.querySelectorAll(".api-names")].map((list) => ({
    links: [...list.querySelectorAll("a")],
    // a list, the sentence before it and the heading before that
    around: [list, list.previousElementSibling, list.previousElementSibling?.previousElementSibling]
  }));
  const narrow = (): void => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (name: string): boolean => words.every((word) => name.toLowerCase().includes(word));
    let shown = 0;
    for (const {links, around} of lists) {
      for (const link of links) link.hidden = !fits(link.textContent ?? "");
      const own = links.filter(({hidden}) => !hidden).length;
      for (const node of around) node?.toggleAttribute("hidden", own === 0);
      shown += own;
    }
    found.textContent = words.length === 0 ? "" : shown === 1 ? "1 name" : `${shown} names`;
  };
  field.addEventListener("input", narrow);
  narrow();
}
