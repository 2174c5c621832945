import {element} from "../element.js";
import {messageOf} from "../message.js";
import {table, type Column} from "../chart/table.js";

/** What a mistake gives and what is right, as the library computes them. */
interface Demonstration<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** What the numbers say, in a sentence. */
  readonly note: string;
}

/**
 * A small computed table, worked out when the reader comes near it and after a pause for the page. `lines` is how many
 * lines of text its place is kept free for.
 */
export function demonstration<Row>(
  lines: number,
  compute: () => Demonstration<Row> | Promise<Demonstration<Row>>
): HTMLElement {
  const node = element(
    "div",
    {className: "demonstration scroll", tabIndex: 0, role: "region", ariaLabel: "Computed example"},
    element("p", {className: "fig-note"}, "…")
  );
  node.style.minHeight = `${lines * 1.6}em`;
  const show = async () => {
    try {
      const {columns, rows, note} = await compute();
      node.replaceChildren(table(rows, columns), element("p", {className: "fig-note"}, note));
    } catch (error) {
      node.replaceChildren(element("p", {className: "fig-note", role: "alert"}, messageOf(error)));
    }
  };
  const sight = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({isIntersecting}) => isIntersecting)) return;
      sight.disconnect();
      setTimeout(() => void show());
    },
    {rootMargin: "60% 0%"}
  );
  sight.observe(node);
  return node;
}
