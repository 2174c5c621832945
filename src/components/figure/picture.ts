/** What a figure can be saved as. A saved picture stands alone: its styles are written into it as they look now. */
import {attributes, svg} from "../element.js";

const PROPERTIES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "font-variant-numeric",
  "text-anchor",
  "dominant-baseline",
  "paint-order",
  "shape-rendering",
  "visibility"
];
/** Not inherited, so what it is outside says nothing about inside. */
const OWN = new Set(["opacity", "dominant-baseline"]);

/** Turns any CSS color into `rgba()`, which every SVG reader knows. */
function plainColors(): (color: string) => string {
  const canvas = Object.assign(document.createElement("canvas"), {width: 1, height: 1});
  const pixel = canvas.getContext("2d", {willReadFrequently: true});
  const plain = new Map<string, string>();
  const read = (color: string): string => {
    if (pixel === null || !/^(color|oklab|oklch|lab|lch)/.test(color)) return color;
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = color;
    pixel.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = pixel.getImageData(0, 0, 1, 1).data;
    return `rgba(${r}, ${g}, ${b}, ${(a / 255).toFixed(3)})`;
  };
  return (color) => {
    const known = plain.get(color) ?? read(color);
    plain.set(color, known);
    return known;
  };
}

/** All drawings of a figure's body in one, where they stand. HTML beside them is not in it. */
export function toSvg(body: HTMLElement): Blob {
  const drawings = [...body.querySelectorAll<SVGSVGElement>("svg:not(svg svg)")];
  const canvases = [...body.querySelectorAll("canvas")];
  if (drawings.length + canvases.length === 0) throw new Error("This figure has no drawing to save.");
  const frame = body.getBoundingClientRect();
  const plain = plainColors();
  const paper = plain(getComputedStyle(document.documentElement).backgroundColor);
  const sheet = svg("svg", {width: frame.width, height: frame.height});
  sheet.append(svg("rect", {width: frame.width, height: frame.height, fill: paper}));
  const place = (node: Element) => {
    const {x, y, width, height} = node.getBoundingClientRect();
    return {x: x - frame.x, y: y - frame.y, width, height};
  };
  for (const canvas of canvases) sheet.append(svg("image", {href: canvas.toDataURL(), ...place(canvas)}));
  for (const drawing of drawings) sheet.append(attributes(standalone(drawing, plain), place(drawing)));
  return new Blob([new XMLSerializer().serializeToString(sheet)], {type: "image/svg+xml"});
}

function standalone(original: SVGSVGElement, plain: (color: string) => string): Element {
  const copy = original.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new TypeError("A drawing is an SVG.");
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  const looks = new Map<Element | null, readonly string[]>();
  [original, ...original.querySelectorAll<SVGElement>("*")].forEach((node, i) => {
    const computed = getComputedStyle(node);
    const look = PROPERTIES.map((property) => plain(computed.getPropertyValue(property)));
    const inherited = looks.get(node.parentElement);
    const target = copies[i];
    target?.removeAttribute("style");
    PROPERTIES.forEach((property, j) => {
      const value = look[j] ?? "";
      const same = value === inherited?.[j] && !OWN.has(property);
      if (!same || target?.hasAttribute(property)) target?.style.setProperty(property, value);
    });
    looks.set(node, look);
  });
  return copy;
}

/** The same picture in pixels, `scale` of them for one of the page's. */
export async function toPng(body: HTMLElement, scale = 2): Promise<Blob> {
  const url = URL.createObjectURL(toSvg(body));
  try {
    const image = Object.assign(new Image(), {src: url});
    await image.decode();
    const size = {width: image.width * scale, height: image.height * scale};
    const canvas = Object.assign(document.createElement("canvas"), size);
    canvas.getContext("2d")?.drawImage(image, 0, 0, size.width, size.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob === null ? reject(new Error("The picture is too large.")) : resolve(blob)))
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
