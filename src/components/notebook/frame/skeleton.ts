/**
 * What an html cell shows until what it computes has come: the markup around it. As on a page, slots keep the room of what
 * will stand in them, so that nothing moves below a reader's finger while cells further up arrive.
 */
import {parseJavaScript, toCell, transpileTemplate} from "@observablehq/notebook-kit";

interface Template {
  readonly quasi: {readonly quasis: readonly {readonly value: {readonly raw: string}}[]};
}

/** @param value - of an html cell; the nodes have no ids, for those are of what comes */
export function skeleton(value: string): readonly Node[] {
  if (value.trim() === "") return [];
  const {body} = parseJavaScript(transpileTemplate(toCell({id: 1, mode: "html", value})));
  const {quasi} = body as unknown as Template; // what the kit makes of a template
  const html = quasi.quasis.map(({value: {raw}}) => raw.replaceAll("\\`", "`")).join("");
  const made = new DOMParser().parseFromString(html, "text/html");
  for (const node of made.querySelectorAll("[id]")) node.removeAttribute("id");
  for (const script of made.querySelectorAll("script, style")) script.remove();
  return [...made.body.childNodes];
}
