/** A table whose first row and first column name what is in it. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
  const cell = (tag: "th" | "td", text: string, scope?: "col" | "row"): HTMLElement => {
    const made = document.createElement(tag);
    made.textContent = text;
    if (scope !== undefined) made.setAttribute("scope", scope);
    return made;
  };
  const row = (cells: readonly HTMLElement[]): HTMLElement => {
    const made = document.createElement("tr");
    made.append(...cells);
    return made;
  };
  const [head, body] = [document.createElement("thead"), document.createElement("tbody")];
  head.append(row(header.map((text) => cell("th", text, "col"))));
  body.append(
    ...rows.map(([name = "", ...rest]) => row([cell("th", name, "row"), ...rest.map((text) => cell("td", text))]))
  );
  const made = document.createElement("table");
  made.append(head, body);
  const scrolls = document.createElement("div");
  scrolls.className = "scrolls";
  scrolls.tabIndex = 0;
  scrolls.append(made);
  return scrolls;
}
