import {describe, expect, it} from "vitest";
import {fold} from "../../../lib/index.js";
import * as t from "../../../lib/tensor.js";
import {estimate, gpt2, transformer} from "../../../lib/transformer.js";
import {GENERATED, PROMPT, SEED} from "../../../src/stages/06-transformer/model/generated.js";
import {joined, LEARNS, MINI_CALLS, UNDER_LEARNS} from "../../../src/stages/06-transformer/model/miniParts.js";
import {miniRows, miniRun} from "../../../src/stages/06-transformer/model/miniProject.js";
import runs from "../../../src/stages/06-transformer/model/miniRuns.json" with {type: "json"};
import {gated} from "../../../src/stages/06-transformer/model/plainGpt.js";

describe("the mini-project", () => {
  it("learns to sort, and is measured on examples that it does not learn from", () => {
    const {losses, accuracies, fresh, freshAccuracy, parameters} = miniRun("sort", 1, 50);
    expect(losses).toHaveLength(3);
    expect(losses[0]).toBeCloseTo(Math.log(10), 1);
    expect(losses.at(-1)).toBeLessThan(1);
    expect(accuracies[0]).toBe(0);
    expect(accuracies.at(-1)).toBeGreaterThan(0.15);
    const task = t.sortTask({least: 2, most: 6, letters: 8}, t.key(7));
    const prompts = (from: number, count: number) =>
      Array.from({length: count}, (_, i) => task.example(from + i).prompt);
    const met = new Set(prompts(480_000, 50 * 48));
    const unmet = prompts(1_000_000, 200).filter((prompt) => !met.has(prompt)).length;
    expect(fresh).toBe(unmet / 200);
    // a share of those examples, and no more of them right than of all
    expect(freshAccuracy * unmet).toBeCloseTo(Math.round(freshAccuracy * unmet), 9);
    expect(freshAccuracy * unmet).toBeLessThanOrEqual(accuracies.at(-1)! * 200 + 1e-9);
    const kept = runs.value.find(({name}) => name === "sort")!.curves[0]!;
    expect([losses, accuracies]).toEqual([kept.losses.slice(0, 3), kept.accuracies.slice(0, 3)]);
    expect(parameters).toBe(
      estimate({vocabSize: 10, layers: 2, width: 32, heads: 4, context: 14, tied: true}).parameters.total
    );
  });

  it("is what the reader’s program does, which begins with other parameters and examples", () => {
    const program = joined(LEARNS, UNDER_LEARNS)
      .replace("model.init(key(1))", "model.init(fold(key(1), 0))")
      .replace("batch(48 * i, 48)", "batch(480000 + 48 * i, 48)")
      .replace("i < steps", "i < 50");
    const calls = ["fold", ...MINI_CALLS] as const;
    const library: Readonly<Record<string, unknown>> = {...t, fold, transformer};
    const run = new Function(...calls, `${program}\nreturn {accuracy: learns(500), rows, task};`) as (
      ...given: readonly unknown[]
    ) => {
      readonly accuracy: number;
      readonly rows: (examples: readonly t.Example[]) => Record<"inputs" | "targets", readonly (readonly number[])[]>;
      readonly task: t.Task;
    };
    const {accuracy, rows, task} = run(...calls.map((name) => library[name]));
    expect(accuracy).toBe(miniRun("sort", 1, 50).accuracies.at(-1));
    const ours = miniRows({task, signs: "abcdefgh=\n", context: 14}, 7, 40);
    const theirs = rows(Array.from({length: 40}, (_, i) => task.example(7 + i)));
    expect([theirs.inputs.flat(), theirs.targets.flat()]).toEqual([
      Array.from(ours.inputs.data),
      Array.from(ours.targets.data)
    ]);
  });

  it("asks for the next sign of the answer and for nothing else", () => {
    const task = t.sortTask({least: 3, most: 3, letters: 8}, t.key(1));
    const {prompt, answer} = task.example(4);
    const signs = "abcdefgh=\n";
    const {inputs, targets} = miniRows({task, signs, context: 9}, 4, 1);
    const ids = [...`${prompt}${answer}\n`].map((sign) => signs.indexOf(sign));
    expect(Array.from(inputs.data)).toEqual([...ids, 9]);
    expect(Array.from(targets.data)).toEqual([-100, -100, -100, ...ids.slice(4), -100, -100]);
  });
});

describe("what the exercises expect", () => {
  it("is what the library computes without a cache", () => {
    const model = transformer({vocabSize: 12, layers: 2, width: 16, heads: 2, context: 32, deviation: 0.5});
    const params = model.init(t.key(SEED));
    const ids = [...PROMPT];
    for (let i = 0; i < GENERATED.length; i++)
      ids.push(Array.from(t.argmax(model.apply(params, t.tensor([ids], {dtype: "int32"}))).data).at(-1)!);
    expect(ids.slice(PROMPT.length)).toEqual(GENERATED);
  });

  it("is what the library’s gated layer gives", () => {
    const [x, gate, up, down] = [
      [3, 4],
      [4, 5],
      [4, 5],
      [5, 4]
    ].map((shape, i) => t.randomNormal(t.key(i), shape, "float64")) as [t.Tensor, t.Tensor, t.Tensor, t.Tensor];
    const rows = ({data, shape}: t.Tensor) =>
      Array.from({length: shape[0]!}, (_, i) => Array.from(data.slice(i * shape[1]!, (i + 1) * shape[1]!)));
    const ours = rows(x).flatMap((row) => gated(row, rows(gate), rows(up), rows(down)));
    const theirs = t.matmul(t.swiglu(t.matmul(x, gate), t.matmul(x, up)), down).data;
    ours.forEach((each, i) => expect(each).toBeCloseTo(theirs[i]!, 12));
  });
});

describe("attention beside matrices", () => {
  it("costs more from twelve widths on", () => {
    for (const width of [32, 96]) {
      const forward = (context: number): number =>
        estimate(gpt2({vocabSize: 1, layers: 1, width, heads: 2, context})).flopsPerToken.forward - 2 * width;
      const matrices = 24 * width * width;
      expect(forward(12 * width - 1) - matrices).toBeCloseTo(matrices, 6);
      expect(forward(12 * width) - matrices).toBeGreaterThan(matrices);
    }
  });
});

describe("a stream", () => {
  it("may be turned, if all that writes into it and reads from it is turned along", () => {
    const width = 6;
    const model = transformer({vocabSize: 9, layers: 2, width, heads: 3, context: 8, deviation: 0.4, epsilon: 0});
    const params = t.mapTree((leaf) => t.cast(leaf as t.Tensor, "float64"), model.init(t.key(1))) as ReturnType<
      typeof model.init
    >;
    // turns of two axes each
    const turn = (a: number, b: number, angle: number): t.Tensor =>
      t.tensor(
        Array.from({length: width}, (_, i) =>
          Array.from({length: width}, (_unused, j) => {
            const [c, s] = [Math.cos(angle), Math.sin(angle)];
            if (i === j) return i === a || i === b ? c : 1;
            return i === a && j === b ? s : i === b && j === a ? -s : 0;
          })
        ),
        "float64"
      );
    const q = [turn(0, 3, 0.7), turn(1, 4, -1.1), turn(0, 5, 2), turn(2, 3, 0.3)].reduce((a, b) => t.matmul(a, b));
    const writes = <L extends {readonly weight: t.Tensor}>(of: L): L => ({...of, weight: t.matmul(of.weight, q)});
    const reads = <L extends {readonly weight: t.Tensor}>(of: L): L => ({
      ...of,
      weight: t.matmul(q, of.weight, {transposeA: true})
    });
    const turned = {
      ...params,
      embedding: writes(params.embedding),
      layers: params.layers.map((block) => ({
        ...block,
        attention: {
          ...block.attention,
          query: reads(block.attention.query),
          key: reads(block.attention.key),
          value: reads(block.attention.value),
          output: writes(block.attention.output)
        },
        feedForward: {
          gate: reads(block.feedForward!.gate!),
          up: reads(block.feedForward!.up),
          down: writes(block.feedForward!.down)
        }
      })),
      unembedding: reads(params.unembedding!)
    };
    const ids = t.tensor([[1, 5, 2, 8]], {dtype: "int32"});
    const [plain, other] = [params, turned].map((each) => Array.from(model.apply(each, ids).data)) as [
      number[],
      number[]
    ];
    plain.forEach((logit, i) => expect(logit).toBeCloseTo(other[i]!, 9));
  });
});

describe("a causal model without positions", () => {
  it("knows no order with one block, and some with two", () => {
    const last = (layers: number, ids: readonly number[]): readonly number[] => {
      const model = transformer({
        vocabSize: 9,
        layers,
        width: 8,
        heads: 2,
        context: 8,
        positions: "none",
        deviation: 0.6
      });
      const params = t.mapTree((leaf) => t.cast(leaf as t.Tensor, "float64"), model.init(t.key(2)));
      return Array.from(
        model.apply(params as ReturnType<typeof model.init>, t.tensor([ids], {dtype: "int32"})).data.slice(-9)
      ).map(Number);
    };
    const apart = (layers: number): number => {
      const [one, other] = [last(layers, [1, 2, 3]), last(layers, [2, 1, 3])];
      return Math.max(...one.map((x, i) => Math.abs(x - other[i]!)));
    };
    expect(apart(1)).toBeLessThan(1e-12);
    expect(apart(2)).toBeGreaterThan(1e-4);
  });
});
