import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {courseFrom, courseOf, keepCourse} from "../../../src/stages/03-neural-lm/model/course.js";
import {correlation, followerShares, overlap} from "../../../src/stages/03-neural-lm/model/followers.js";
import {cosine, distance, gathered, length, neighborsOf} from "../../../src/stages/03-neural-lm/model/geometry.js";

const vector = fc.array(fc.double({min: -3, max: 3, noNaN: true}), {minLength: 3, maxLength: 3});

describe("between vectors", () => {
  it("distance, lengths and cosine keep the law of cosines", () => {
    fc.assert(
      fc.property(vector, vector, (a, b) => {
        const {x, y} = {x: length(a), y: length(b)};
        expect(distance(a, b) ** 2).toBeCloseTo(x * x + y * y - 2 * x * y * cosine(a, b), 9);
      })
    );
  });

  it("one-hot rows are all √2 apart, at right angles", () => {
    const rows = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => (i === j ? 1 : 0)));
    for (const {cosine: angle, distance: apart} of neighborsOf(rows, 2)) {
      expect(angle).toBe(0);
      expect(apart).toBe(Math.SQRT2);
    }
  });

  it("the nearest come first, without the one that is asked for", () => {
    const table = [
      [1, 0],
      [0, 1],
      [1, 1],
      [-1, 0]
    ];
    expect(neighborsOf(table, 0).map(({index}) => index)).toEqual([2, 1, 3]);
  });

  it("vowels have gathered where they point one way and consonants another", () => {
    const tokens = [..."aeioubcd"];
    const table = tokens.map((token) => ("aeiou".includes(token) ? [1, 0.1 * tokens.indexOf(token)] : [-1, 0]));
    const {alike, apart, hits} = gathered(tokens, table);
    expect(alike).toBeGreaterThan(0.9);
    expect(apart).toBeLessThan(-0.9);
    expect(hits).toBe(5);
  });
});

describe("what follows", () => {
  it("is counted token by token, as shares", () => {
    expect(followerShares([0, 1, 0, 2, 0, 1], 3)).toEqual([
      [0, 2 / 3, 1 / 3],
      [1, 0, 0],
      [1, 0, 0]
    ]);
  });

  it("has all in common with itself, and nothing with what never follows", () => {
    expect(overlap([0.5, 0.5, 0], [0.5, 0.5, 0])).toBe(1);
    expect(overlap([1, 0], [0, 1])).toBe(0);
    expect(overlap([0.75, 0.25], [0.25, 0.75])).toBe(0.5);
  });

  it("correlates fully with any rising line of it", () => {
    expect(correlation([1, 2, 4], [3, 5, 9])).toBeCloseTo(1, 12);
    expect(correlation([1, 2, 4], [-1, -2, -4])).toBeCloseTo(-1, 12);
  });
});

describe("a course of vectors", () => {
  const seen = (table: readonly number[]) => ({tokens: ["a", "b", "c"], counts: [9, 1, 5], width: 2, table});
  const course = courseOf(
    [
      {seen: seen([1, 2, 3, 4, 5, 6]), loss: 2.5},
      {seen: seen([1.256, -2, 0, 0, 5, 6.004]), loss: 2}
    ],
    5
  );

  it("has the tokens that are common enough", () => {
    expect(course.tokens).toEqual(["a", "c"]);
    expect(course.frames[1]).toEqual([
      [1.256, -2],
      [5, 6.004]
    ]);
  });

  it("is kept to the hundredth, however many pictures there are", () => {
    const {frames, losses, tokens} = courseFrom(keepCourse(course));
    expect(tokens).toEqual(course.tokens);
    expect(losses).toEqual(course.losses);
    frames.forEach((frame, i) =>
      frame.forEach((row, j) =>
        row.forEach((x, k) => expect(Math.abs(x - course.frames[i]![j]![k]!)).toBeLessThan(0.0051))
      )
    );
  });
});
