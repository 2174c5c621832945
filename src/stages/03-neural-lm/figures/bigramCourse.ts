import {FileAttachment} from "observablehq:stdlib";
import {chart, ends, level, line, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {element} from "../../../components/element.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";
import {COURSE_STEPS, COURSES, type Courses} from "../model/bigramCourses.js";

interface Value {
  readonly shown: "gap" | "perplexity";
}

const LAST = COURSE_STEPS.at(-1)!;
const gapsOf = (result: Courses): readonly (readonly number[])[] =>
  result.losses.map((losses) => losses.map((loss) => Math.exp(loss - result.counted) - 1));

/** The neural bigram of the library on names, by step: its distance from counting. Trained when the book was made. */
export const bigramCourse = (name = "bigram-course") =>
  figure<Value, Courses>({
    name,
    title: "From descent to counts",
    caption:
      "Perplexity on the names that it learns from, for each letter or end: the neural bigram of the library, by AdamW at 0.1, with batches of two sizes, and with a rate that falls along a cosine. The gap is the share by which it is above the counted bigram. Trained when the book was made.",
    controls: {
      shown: choice<Value["shown"]>(["gap", "perplexity"], {
        label: "Show",
        format: (v) => (v === "gap" ? "the gap" : "perplexity")
      })
    },
    compute: async () => (await FileAttachment("../model/bigramCourse.json").json<{readonly value: Courses}>()).value,
    draw: ({shown}, {width, result}) => {
      const gap = shown === "gap";
      const counted = Math.exp(result.counted);
      const lines = gapsOf(result).map((gaps, i) => ({
        ...COURSES[i]!,
        points: gaps.map((g, at): Point => [COURSE_STEPS[at]!, gap ? g : counted * (1 + g)])
      }));
      return element(
        "div",
        {},
        chart({
          width,
          height: 320,
          marginRight: width < 520 ? 26 : 150,
          x: {domain: [0, LAST], label: "Steps"},
          y: gap
            ? {
                domain: [1e-3, 10],
                label: "Share above the counted perplexity",
                scale: "log",
                ticks: 5,
                format: decades(1)
              }
            : {domain: [10, 14], label: "Perplexity"},
          marks: [
            ...(gap ? [] : [level(counted, "counted")]),
            ...lines.map(({points, meaning, name}) =>
              line(
                points.map(([x, y]): Point => [x, !gap && y > 14 ? NaN : y]),
                {meaning, name, dots: true}
              )
            ),
            ...(width < 520
              ? []
              : [ends(lines.map(({points, meaning, name}) => ({x: LAST, y: points.at(-1)![1], text: name, meaning})))])
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `After ${LAST.toLocaleString("en")} steps, above the ${writeNumber(counted, 4)} of counting: `,
          ...lines.flatMap(({name, meaning}, i) => {
            const told = element("b", {}, `${name} ${(100 * gapsOf(result)[i]!.at(-1)!).toFixed(2)}%`);
            told.style.color = `var(--${meaning})`;
            return [told, i < lines.length - 1 ? ", " : "."];
          })
        )
      );
    },
    describe: (_, result) =>
      `The counted bigram has a perplexity of ${writeNumber(Math.exp(result.counted), 4)}. ${gapsOf(result)
        .map((gaps, i) => `${COURSES[i]!.name}: ${(100 * gaps.at(-1)!).toFixed(2)}% above after ${LAST} steps`)
        .join("; ")}.`,
    code: () => `import {timeline} from "llm-first-principles";
import {neuralBigram} from "llm-first-principles/stages/neural-lm";

const corpus = "emma\\nolivia\\nava"; // all the names that you have, one to a line
const config = {corpus, documents: true, batchSize: 1024, schedule: "cosine", totalSteps: ${LAST}};
const run = timeline(neuralBigram, config, {history: false});
for (const step of [0, 100, ${LAST}]) console.log(step, run.at(step).metrics.validationPerplexity);`,
    rows: (_, result) =>
      result.losses.flatMap((losses, i) =>
        losses.map((loss, at) => ({run: COURSES[i]!.name, step: COURSE_STEPS[at]!, loss, counted: result.counted}))
      )
  });
