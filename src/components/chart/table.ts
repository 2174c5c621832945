import {element} from "../element.js";

export interface Column<Row> {
  readonly label: string;
  readonly value: (row: Row) => string | number;
  readonly format?: (value: number) => string;
  /** The most that a number can be: then a thin bar says what the digits say. */
  readonly bar?: number;
}

/** Rows as a table: numbers stand under each other. */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[], caption?: string): HTMLElement {
  const numeric = columns.map(({value}) => rows.length > 0 && rows.every((row) => typeof value(row) === "number"));
  const side = (i: number) => (numeric[i] === true ? "text-align: right" : "");
  const heads = columns.map(({label}, i) => styled(element("th", {scope: "col"}, label), side(i)));
  const cells = (row: Row) =>
    columns.map(({value, format = String, bar}, i) => {
      const is = value(row);
      const cell = styled(element("td", {}, typeof is === "number" ? format(is) : is), side(i));
      if (bar !== undefined && typeof is === "number") {
        cell.className = "barred";
        cell.style.setProperty("--share", `${(100 * Math.min(1, Math.max(0, is / bar))).toFixed(1)}%`);
      }
      return cell;
    });
  const body = rows.map((row) => element("tr", {}, ...cells(row)));
  const title = caption === undefined ? [] : [element("caption", {}, caption)];
  const head = element("thead", {}, element("tr", {}, ...heads));
  return element("table", {}, ...title, head, element("tbody", {}, ...body));
}

function styled<E extends HTMLElement>(cell: E, style: string): E {
  if (style !== "") cell.setAttribute("style", style);
  return cell;
}
