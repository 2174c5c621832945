/** A mark in pixels, and how wide its name is. */
interface Named {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Where a name stands, seen from its mark. */
interface Place {
  readonly dx: number;
  readonly dy: number;
  readonly textAnchor: "start" | "middle" | "end";
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const HEIGHT = 14; // pixels of a line
const RADIUS = 7;

/** From the best to read to the worst: beside the mark, then above and below, then at its corners. */
const PLACES: readonly Place[] = [
  {dx: 11, dy: 0, textAnchor: "start"},
  {dx: -11, dy: 0, textAnchor: "end"},
  {dx: 0, dy: -15, textAnchor: "middle"},
  {dx: 0, dy: 15, textAnchor: "middle"},
  {dx: 8, dy: -12, textAnchor: "start"},
  {dx: 8, dy: 12, textAnchor: "start"},
  {dx: -8, dy: -12, textAnchor: "end"},
  {dx: -8, dy: 12, textAnchor: "end"}
];

const boxAt = ({x, y, width}: Named, {dx, dy, textAnchor}: Place): Box => {
  const left = x + dx - (textAnchor === "start" ? 0 : textAnchor === "end" ? width : width / 2);
  return {left, right: left + width, top: y + dy - HEIGHT / 2, bottom: y + dy + HEIGHT / 2};
};

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const within = (a: Box, frame: Box): boolean =>
  a.left >= frame.left && a.right <= frame.right && a.top >= frame.top && a.bottom <= frame.bottom;

/**
 * Places for the names of marks, in the order of the marks, so that none covers a mark or another name or leaves the frame;
 * undefined for a name that finds no room.
 */
export function namesBeside(marks: readonly Named[], frame: Box): readonly (Place | undefined)[] {
  const dots = marks.map(({x, y}) => ({left: x - RADIUS, right: x + RADIUS, top: y - RADIUS, bottom: y + RADIUS}));
  const taken: Box[] = [];
  return marks.map((mark, i) => {
    const place = PLACES.find((one) => {
      const box = boxAt(mark, one);
      return (
        within(box, frame) &&
        !taken.some((other) => meet(box, other)) &&
        !dots.some((dot, j) => j !== i && meet(box, dot))
      );
    });
    if (place !== undefined) taken.push(boxAt(mark, place));
    return place;
  });
}
