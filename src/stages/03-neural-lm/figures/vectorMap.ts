import {svg} from "../../../components/element.js";
import {visibleText} from "../../../components/languageModel/visibleText.js";
import {isLetter, isVowel} from "../model/geometry.js";

interface VectorMapSpec {
  readonly width: number;
  readonly height: number;
  readonly tokens: readonly string[];
  /** Places of all tokens, picture by picture: the last one is drawn, those before are where the chosen one came from. */
  readonly pictures: readonly (readonly (readonly number[])[])[];
  /** The largest coordinate that has to fit. */
  readonly reach: number;
  readonly chosen: number;
  /** Lines lead there. */
  readonly near: readonly number[];
  readonly choose: (token: number) => void;
}

const FINGER = 26; // pixels

/** Tokens in a plane, each as its own letter. */
export function vectorMap({
  width,
  height,
  tokens,
  pictures,
  reach,
  chosen,
  near,
  choose
}: VectorMapSpec): SVGSVGElement {
  const scale = (Math.min(width, height) / 2 - 18) / Math.max(reach, 1e-9);
  const stretch = Math.min(width / height, 1.35); // a wide frame is used, and both axes stay comparable
  const place = ([x = 0, y = 0]: readonly number[]): readonly [number, number] => [
    clamp(width / 2 + x * scale * stretch, width),
    clamp(height / 2 - y * scale, height)
  ];
  const now = pictures.at(-1)!.map(place);
  const trail = pictures.map((picture) =>
    place(picture[chosen]!)
      .map((v) => v.toFixed(1))
      .join(" ")
  );
  const [cx, cy] = now[chosen]!;
  const letter = (token: string, i: number): SVGTextElement => {
    const [x, y] = now[i]!;
    const look = isVowel(token.toLowerCase())
      ? "fill:var(--data);font-weight:700"
      : `fill:var(--${isLetter(token.toLowerCase()) ? "ink" : "ink-2"})`;
    return svg(
      "text",
      {x: x.toFixed(1), y: (y + 5).toFixed(1), "text-anchor": "middle", style: look},
      visibleText(token)
    );
  };
  const node = svg(
    "svg",
    {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart vector-map", "aria-hidden": "true"},
    svg("line", {x1: 0, x2: width, y1: height / 2, y2: height / 2, class: "grid"}),
    svg("line", {x1: width / 2, x2: width / 2, y1: 0, y2: height, class: "grid"}),
    svg("path", {d: `M${trail.join("L")}`, fill: "none", class: "trail"}),
    ...near.map((i) => svg("line", {x1: cx, y1: cy, x2: now[i]![0], y2: now[i]![1], class: "near"})),
    svg("circle", {cx, cy, r: 13, class: "chosen"}),
    ...tokens.map(letter)
  );
  node.addEventListener("click", (event) => {
    const box = node.getBoundingClientRect();
    const [x, y] = [
      ((event.clientX - box.left) * width) / box.width,
      ((event.clientY - box.top) * height) / box.height
    ];
    const away = now.map(([a, b]) => (a - x) * (a - x) + (b - y) * (b - y));
    const nearest = away.indexOf(Math.min(...away));
    if (away[nearest]! < FINGER * FINGER) choose(nearest);
  });
  return node;
}

const clamp = (v: number, size: number): number => Math.min(size - 10, Math.max(10, v));
