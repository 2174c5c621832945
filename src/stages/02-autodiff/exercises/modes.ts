import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

const MEMORY = `// Given: a chain of L equal steps, and a memory that counts what is in it.
function run(L, x, k) {
  const held = new Map();
  let [most, steps] = [0, 0];
  const memory = {
    put: (i, value) => void (held.set(i, value), (most = Math.max(most, held.size))),
    get: (i) => {
      if (!held.has(i)) throw new Error("x" + i + " is not in memory");
      return held.get(i);
    },
    drop: (i) => void held.delete(i)
  };
  const step = (y) => (steps++, y + 0.1 * y * y);
  const slope = (y) => 1 + 0.2 * y; // of a step, at what goes into it
  const gradient = checkpointed(L, x, k, {step, slope}, memory);
  return [gradient, most <= Math.ceil(L / k) + k, steps <= 2 * L];
}`;

const CHECKPOINTED = `function checkpointed(L, x, k, {step, slope}, memory) {
  let y = x;
  for (let i = 0; i < L; i++) {
    if (i % k === 0) memory.put(i, y);
    y = step(y);
  }
  let gradient = 1;
  for (let first = k * Math.floor((L - 1) / k); first >= 0; first -= k) {
    const end = Math.min(first + k, L);
    for (let i = first + 1; i < end; i++) memory.put(i, step(memory.get(i - 1)));
    for (let i = end - 1; i >= first; i--) {
      gradient *= slope(memory.get(i));
      memory.drop(i);
    }
  }
  return gradient;
}`;

const checkpointSolution = `${CHECKPOINTED}\n\n${MEMORY}`;

const DUALS = `// Given: arithmetic of pairs [value, tangent].
const plus = ([a, da], [b, db]) => [a + b, da + db];
const times = ([a, da], [b, db]) => [a * b, da * b + a * db];
const sine = ([a, da]) => [Math.sin(a), Math.cos(a) * da];
const cosine = ([a, da]) => [Math.cos(a), -Math.sin(a) * da];`;

const HVP = `function hessianVector(program, x, v) {
  const a = x.map((value, i) => [value, v[i]]);
  for (const [op, i, j] of program)
    a.push(op === "add" ? plus(a[i], a[j]) : op === "mul" ? times(a[i], a[j]) : sine(a[i]));
  const g = a.map(() => [0, 0]);
  g[a.length - 1] = [1, 0];
  for (let n = a.length - 1; n >= x.length; n--) {
    const [op, i, j] = program[n - x.length];
    if (op === "add") {
      g[i] = plus(g[i], g[n]);
      g[j] = plus(g[j], g[n]);
    } else if (op === "mul") {
      g[i] = plus(g[i], times(g[n], a[j]));
      g[j] = plus(g[j], times(g[n], a[i]));
    } else g[i] = plus(g[i], times(g[n], cosine(a[i])));
  }
  return x.map((_, i) => g[i][1]);
}`;

const hvpSolution = `${HVP}\n\n${DUALS}`;

/** Functions that the reader of the section on modes writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "modes-horner",
    title: "A polynomial and its slope in one pass",
    prompt:
      "Write polynomial(c, x): the value and the derivative of c[0] + c[1]·x + c[2]·x² + … at x, as [value, derivative]. Carry a dual number through Horner's rule, y ← y·x + c[i] from the last coefficient to the first; do not differentiate the polynomial on paper.",
    start:
      "function polynomial(c, x) {\n  let value = 0;\n  let tangent = 0;\n  for (let i = c.length - 1; i >= 0; i--) {\n    // y <- y * x + c[i], for y = value + tangent·e and x + 1·e\n  }\n  return [value, tangent];\n}",
    functionName: "polynomial",
    cases: [
      {args: [[7], 3], expected: [7, 0], hint: "A constant does not move."},
      {args: [[1, 2], 5], expected: [11, 2], hint: "A line has its slope everywhere."},
      {
        args: [[0, 0, 1], 3],
        expected: [9, 6],
        hint: "The product of y and x: its tangent is y′·x + y·1. It needs the old value of y."
      },
      {args: [[1, -3, 0, 2], 2], expected: [11, 21], hint: "1 − 3x + 2x³ has the derivative −3 + 6x²."},
      {args: [[4, 5, 6], 0], expected: [4, 5], hint: "At 0 the derivative is c[1]."},
      {args: [[], 2], expected: [0, 0], hint: "A sum of nothing is 0."}
    ],
    solution: `function polynomial(c, x) {
  let value = 0;
  let tangent = 0;
  for (let i = c.length - 1; i >= 0; i--) {
    tangent = tangent * x + value; // before value changes
    value = value * x + c[i];
  }
  return [value, tangent];
}`,
    wrong: [
      {
        code: "function polynomial(c, x) { let v = 0, t = 0; for (let i = c.length - 1; i >= 0; i--) { v = v * x + c[i]; t = t * x + v; } return [v, t]; }",
        why: "It changes the value first, so the tangent uses the new one: c[0] gets into the slope."
      },
      {
        code: "function polynomial(c, x) { let v = 0, t = 0; for (let i = c.length - 1; i >= 0; i--) { t = v; v = v * x + c[i]; } return [v, t]; }",
        why: "It forgets that y moves, too: the product rule has two terms."
      },
      {
        code: "function polynomial(c, x) { let v = 0, t = 0; for (let i = 0; i < c.length; i++) { t = t * x + v; v = v * x + c[i]; } return [v, t]; }",
        why: "It reads the coefficients from the wrong end."
      },
      {
        code: "function polynomial(c, x) { let v = 0, t = 1; for (let i = c.length - 1; i >= 0; i--) { t = t * x + v; v = v * x + c[i]; } return [v, t]; }",
        why: "It starts with a tangent of 1 for y. It is x that moves at speed 1; y is 0 at first, and stays."
      }
    ],
    explanation:
      "A product of dual numbers is (y + y′ε)(x + ε) = yx + (y′x + y)ε, since ε² = 0; adding c[i] changes no tangent. The loop is Horner's rule twice, and nobody had to know that xⁿ has the derivative n xⁿ⁻¹."
  },
  {
    kind: "write",
    name: "modes-checkpoint",
    title: "Memory for time",
    prompt:
      "A chain takes x₀ to x₁ = step(x₀), and so on up to x_L. Write checkpointed(L, x, k, {step, slope}, memory): the slope of x_L with x₀. On the way forward, put only the values x₀, x_k, x₂ₖ, … into memory, with memory.put(i, value). On the way back, make the values inside a segment again from its first, put them in, use them with memory.get(i), and drop them with memory.drop(i). At no time may more than L/k + k values be in memory, and step may be called 2L times at most.",
    start: `function checkpointed(L, x, k, {step, slope}, memory) {
  let y = x;
  for (let i = 0; i < L; i++) {
    memory.put(i, y); // all of them
    y = step(y);
  }
  let gradient = 1;
  for (let i = L - 1; i >= 0; i--) gradient *= slope(memory.get(i));
  return gradient;
}\n\n${MEMORY}`,
    functionName: "run",
    cases: [
      {args: [1, 0.5, 1], expected: [1.1, true, true], hint: "One step: its slope at x₀."},
      {
        args: [2, 1, 2],
        expected: [1.2 * 1.22, true, true],
        hint: "Two steps in one segment: x₁ is 1.1, and slopes are taken at what goes *into* a step."
      },
      {
        args: [16, 0.5, 4],
        expected: [12.841480102272318, true, true],
        hint: "At most 8 in memory: drop what has been used, and do not put what lies inside a segment on the way forward."
      },
      {
        args: [10, 0.5, 3],
        expected: [3.416033292901015, true, true],
        hint: "The last segment may be shorter: it begins at 9 and has one step."
      },
      {
        args: [36, 0.1, 6],
        expected: [2.3954933663418436, true, true],
        hint: "At most 12 in memory and 72 steps: begin each segment from its own first value, not from x₀."
      },
      {
        args: [5, 0.5, 20],
        expected: [1.693266031378732, true, true],
        hint: "A segment longer than the chain is the chain."
      }
    ],
    solution: checkpointSolution,
    wrong: [
      {
        code: checkpointSolution.replace("if (i % k === 0) memory.put", "memory.put"),
        why: "It keeps every value on the way forward: nothing is saved."
      },
      {
        code: checkpointSolution.replace("      memory.drop(i);\n", ""),
        why: "It never drops what it has used, so that in the end all values are in memory."
      },
      {
        code: checkpointSolution.replace(
          "for (let i = first + 1; i < end; i++) memory.put(i, step(memory.get(i - 1)));",
          "let z = x;\n    for (let i = 1; i < end; i++) {\n      z = step(z);\n      if (i > first) memory.put(i, z);\n    }"
        ),
        why: "It begins again from x₀ for each segment: the number of steps grows with the square of the number of segments."
      },
      {
        code: checkpointSolution.replace("k * Math.floor((L - 1) / k)", "L - k"),
        why: "It takes for granted that k divides L."
      }
    ],
    explanation:
      "Forward, L steps and one value for each segment; back, each segment is run once more and then used up. So memory never holds more than the firsts and the inside of one segment, and no step is made more than twice. Segments inside of segments go further: with s values in memory and every step run again at most r times, a chain of (s + r)! / (s! r!) steps can be gone back through (Griewank, 1992)."
  },
  {
    kind: "write",
    name: "modes-hessian-vector",
    title: "A Hessian times a vector",
    prompt:
      "A program is a list of lines [operation, i, j] with “add”, “mul” or “sin”; i and j are places in the list of all values, which begins with the inputs. Its last line is a number f. Write hessianVector(program, x, v): the list H·v, where H is the Hessian of f at x, without making H. Run the pass forward, and then the pass back, on pairs [value, tangent]; the arithmetic of pairs is given.",
    start: `function hessianVector(program, x, v) {
  const a = x.map((value, i) => [value, v[i]]); // inputs move along v
  for (const [op, i, j] of program) {
    // the forward pass, on pairs
  }
  // the pass back, on pairs: every gradient has a tangent, too
  return x.map(() => 0);
}\n\n${DUALS}`,
    functionName: "hessianVector",
    cases: [
      {
        args: [[["mul", 0, 0]], [3], [1]],
        expected: [2],
        hint: "x² has the second derivative 2. Both edges of x · x hand back a share, and each share moves."
      },
      {
        args: [[["mul", 0, 1]], [3, 5], [1, -2]],
        expected: [-2, 1],
        hint: "The gradient of xy is (y, x), so it moves by (v₂, v₁)."
      },
      {
        args: [[["sin", 0]], [0.5], [2]],
        expected: [-0.958851077208406],
        hint: "The slope is cos x, and moves by −sin x times v: the cosine in the way back has a tangent."
      },
      {
        args: [
          [
            ["mul", 0, 0],
            ["mul", 2, 1],
            ["mul", 0, 1],
            ["sin", 4],
            ["add", 3, 5]
          ],
          [1, 2],
          [1, -1]
        ],
        expected: [0.5975519828957789, 0.6745557366271759],
        hint: "x²y + sin xy: what is used twice adds up twice."
      },
      {
        args: [
          [
            ["add", 0, 1],
            ["add", 2, 2]
          ],
          [1, 2],
          [3, 4]
        ],
        expected: [0, 0],
        hint: "A sum is straight: its gradient does not move."
      }
    ],
    solution: hvpSolution,
    wrong: [
      {
        code: hvpSolution.replace("[1, 0];", "[1, 1];"),
        why: "The gradient of f with itself is 1 and stays 1: its tangent is 0."
      },
      {
        code: hvpSolution
          .replace("times(g[n], a[j])", "times(g[n], [a[j][0], 0])")
          .replace("times(g[n], a[i])", "times(g[n], [a[i][0], 0])"),
        why: "It holds the values still on the way back: what is left is H without the part where factors move."
      },
      {
        code: hvpSolution.replace("g[j] = plus(g[j], times(g[n], a[i]));", "g[j] = times(g[n], a[i]);"),
        why: "It sets where it should add."
      },
      {
        code: hvpSolution.replace("g[i][1])", "g[i][0])"),
        why: "That is the gradient. Its tangent is what was asked for."
      }
    ],
    explanation:
      "The pass back is a program like any other, made of sums and products, so dual numbers run through it: each gradient comes out with its change along v. That is forward over reverse, at about twice the price of a gradient. The library does the same with jvp and grad."
  }
];
