import {expect, it} from "vitest";
import {fold, key, uniform} from "../../lib/index.js";
import {namesBeside} from "../../src/dashboards/namesBeside.js";

const frame = {left: 0, right: 600, top: 0, bottom: 400};

it("stand at the right of marks that are alone, and turn to the left at the edge", () => {
  const places = namesBeside(
    [
      {x: 100, y: 100, width: 80},
      {x: 560, y: 200, width: 80}
    ],
    frame
  );
  expect(places.map((place) => place?.textAnchor)).toEqual(["start", "end"]);
});

it("never cover a mark or each other, nor leave the frame, however crowded; whoever finds no room has none", () => {
  const random = key(7);
  const marks = Array.from({length: 60}, (_, i) => ({
    x: 600 * uniform(fold(random, i), 0),
    y: 400 * uniform(fold(random, i), 1),
    width: 40 + 60 * uniform(fold(random, i), 2)
  }));
  const boxes = namesBeside(marks, frame).flatMap((place, i) => {
    if (place === undefined) return [];
    const {x, y, width} = marks[i]!;
    const at = x + place.dx;
    const left = {start: at, middle: at - width / 2, end: at - width}[place.textAnchor];
    return [{i, left, right: left + width, top: y + place.dy - 7, bottom: y + place.dy + 7}];
  });
  expect(boxes.length).toBeGreaterThan(15);
  expect(boxes.length).toBeLessThan(60);
  for (const a of boxes) {
    expect(a.left >= 0 && a.right <= 600 && a.top >= 0 && a.bottom <= 400).toBe(true);
    for (const b of boxes)
      if (a !== b) expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
    for (const [j, {x, y}] of marks.entries())
      if (j !== a.i) expect(x > a.left && x < a.right && y > a.top && y < a.bottom).toBe(false);
  }
});
