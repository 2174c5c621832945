/**
 * Hands the keyboard's place on from each drawing of a figure to the next: call it with the new drawing while the old one
 * still stands. Parts are told apart by an attribute, such as `data-leaf`.
 */
export function heldFocus(attribute: string): (drawing: Element) => void {
  let last: Element | undefined;
  return (drawing) => {
    const focus = document.activeElement;
    const held = last?.contains(focus) === true ? focus?.getAttribute(attribute) : undefined;
    last = drawing;
    if (typeof held !== "string") return;
    // when the drawing stands on the page
    queueMicrotask(() =>
      drawing.querySelector<SVGElement>(`[${attribute}="${CSS.escape(held)}"]`)?.focus({preventScroll: true})
    );
  };
}
