/** Names that formulas of the book may use beside TeX's own. */
export const macros: Readonly<Record<string, string>> = {
  "\\R": "\\mathbb{R}",
  "\\E": "\\operatorname*{\\mathbb{E}}"
};
