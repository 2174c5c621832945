import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the last section of stage 1 writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "exercises-border-pairs",
    title: "Pairs with borders",
    prompt:
      "Write pairs(words): an object that counts pairs of neighboring characters, such as “ab”, over all words. Each word begins with ^ and ends with $. Nothing is counted across two words.",
    start: "function pairs(words) {\n  // words: a list of texts without ^ and $\n  return {};\n}",
    functionName: "pairs",
    cases: [
      {args: [["ab"]], expected: {"^a": 1, ab: 1, b$: 1}, hint: "“ab” is ^ab$: three pairs."},
      {
        args: [["ab", "ba"]],
        expected: {"^a": 1, ab: 1, b$: 1, "^b": 1, ba: 1, a$: 1},
        hint: "$^ is no pair: it would cross from one word to the next."
      },
      {args: [["aaa"]], expected: {"^a": 1, aa: 2, a$: 1}, hint: "Pairs overlap: “aaa” has “aa” twice."},
      {args: [[]], expected: {}, hint: "No words have no pairs."},
      {args: [[""]], expected: {"^$": 1}, hint: "An empty word begins and ends at once."}
    ],
    solution: `function pairs(words) {
  const counts = {};
  for (const word of words) {
    const text = "^" + word + "$";
    for (let i = 0; i + 1 < text.length; i++) {
      const pair = text.slice(i, i + 2);
      counts[pair] = (counts[pair] ?? 0) + 1;
    }
  }
  return counts;
}`,
    wrong: [
      {
        code: 'function pairs(words) { const c = {}; const t = "^" + words.join("$^") + "$"; for (let i = 0; i + 1 < t.length; i++) { const p = t.slice(i, i + 2); c[p] = (c[p] ?? 0) + 1; } return c; }',
        why: "Joined words touch, so it counts $^."
      },
      {
        code: "function pairs(words) { const c = {}; for (const w of words) for (let i = 0; i + 1 < w.length; i++) { const p = w.slice(i, i + 2); c[p] = (c[p] ?? 0) + 1; } return c; }",
        why: "It forgets begin and end."
      },
      {
        code: 'function pairs(words) { const c = {}; for (const w of words) { const t = "^" + w + "$"; for (let i = 0; i + 1 < t.length; i++) c[t.slice(i, i + 2)] = 1; } return c; }',
        why: "It notes that a pair occurs, not how often."
      }
    ],
    explanation:
      "Each word is a document. Putting the borders on inside the loop keeps pairs from crossing, and gives the model two things that it could not know otherwise: how words begin, and that they end."
  },
  {
    kind: "write",
    name: "exercises-merge-counts",
    title: "Merge two shards",
    prompt:
      "Write merge(a, b): the sum of two tables of counts, objects of objects: a[context][token]. Neither argument may change.",
    start: "function merge(a, b) {\n  return a;\n}",
    functionName: "merge",
    cases: [
      {args: [{x: {a: 1}}, {x: {a: 2}}], expected: {x: {a: 3}}, hint: "1 + 2 is 3."},
      {
        args: [{x: {a: 1}}, {x: {b: 1}, y: {a: 5}}],
        expected: {x: {a: 1, b: 1}, y: {a: 5}},
        hint: "A context or token that one of them lacks counts zero there."
      },
      {args: [{}, {y: {a: 1}}], expected: {y: {a: 1}}, hint: "Merging with nothing changes nothing."},
      {
        args: [{x: {a: 1}, z: {c: 2}}, {x: {a: 1, c: 1}}],
        expected: {x: {a: 2, c: 1}, z: {c: 2}},
        hint: "Contexts that only the first has stay as they are."
      }
    ],
    solution: `function merge(a, b) {
  const sum = {};
  for (const table of [a, b])
    for (const [context, row] of Object.entries(table)) {
      const mine = (sum[context] ??= {});
      for (const [token, count] of Object.entries(row)) mine[token] = (mine[token] ?? 0) + count;
    }
  return sum;
}`,
    wrong: [
      {code: "function merge(a, b) { return {...a, ...b}; }", why: "A row of b replaces that of a."},
      {
        code: "function merge(a, b) { const s = {...a}; for (const k in b) s[k] = {...a[k], ...b[k]}; return s; }",
        why: "A count of b replaces that of a: they should be added."
      },
      {
        code: "function merge(a, b) { for (const k in b) { a[k] ??= {}; for (const t in b[k]) a[k][t] = (a[k][t] ?? 0) + b[k][t]; } return a; }",
        why: "It changes its first argument, a model that somebody still holds."
      }
    ],
    explanation:
      "Start from nothing and add both: then no argument is touched, and the order of the two does not matter. It is why counting can be shared among machines: each counts a shard, and sums of counts are counts of the whole, as long as no window crosses from one shard to the next."
  },
  {
    kind: "write",
    name: "exercises-longest-context",
    title: "The longest context that is known",
    prompt:
      "Write longest(known, context): the longest end of the text context that is in the list known; the empty text if none is.",
    start: "function longest(known, context) {\n  return context;\n}",
    functionName: "longest",
    cases: [
      {args: [["e", "he", "the"], "the"], expected: "the", hint: "All of it is known."},
      {args: [["e", "he"], "the"], expected: "he", hint: "Drop the oldest character, then ask again."},
      {args: [["t", "th"], "the"], expected: "", hint: "“th” begins the context but does not end it."},
      {args: [["e", "xthe"], "the"], expected: "e", hint: "What is longer than the context is no end of it."},
      {args: [["a"], ""], expected: "", hint: "The empty context is always known."}
    ],
    solution: `function longest(known, context) {
  const set = new Set(known);
  for (let i = 0; i < context.length; i++) if (set.has(context.slice(i))) return context.slice(i);
  return "";
}`,
    wrong: [
      {
        code: 'function longest(known, context) { for (let i = context.length; i > 0; i--) if (known.includes(context.slice(0, i))) return context.slice(0, i); return ""; }',
        why: "It drops the newest character, which says most."
      },
      {
        code: 'function longest(known, context) { for (let i = context.length - 1; i >= 0; i--) if (known.includes(context.slice(i))) return context.slice(i); return ""; }',
        why: "It returns the shortest, not the longest."
      },
      {
        code: 'function longest(known, context) { return known.includes(context) ? context : known.includes(context.slice(1)) ? context.slice(1) : ""; }',
        why: "It gives up after one step."
      }
    ],
    explanation:
      "Ask for the whole context first, then forget its oldest token, and again. That is backing off. The library does it in one walk from the newest token on, since its contexts are sorted that way."
  },
  {
    kind: "write",
    name: "exercises-em-step",
    title: "One step of EM",
    prompt:
      "Two models gave the held-out tokens the probabilities p[i] and q[i]. They are mixed as w·p + (1 − w)·q. Write step(w, p, q): the weight after one step of expectation–maximization, which is the mean, over tokens, of the share that the first model had in the mixture's probability.",
    start: "function step(w, p, q) {\n  return w;\n}",
    functionName: "step",
    cases: [
      {args: [0.5, [0.2, 0.2], [0.2, 0.2]], expected: 0.5, hint: "Models that agree have equal shares."},
      {args: [0.5, [0.9], [0.1]], expected: 0.9, hint: "The share is 0.45/(0.45 + 0.05)."},
      {args: [0.25, [0.4, 0.1], [0.1, 0.4]], expected: (4 / 7 + 1 / 13) / 2, hint: "Shares 0.1/0.175 and 0.025/0.325."},
      {args: [0.5, [0, 0.5], [0.5, 0]], expected: 0.5, hint: "Each token belongs to one model wholly."},
      {args: [1, [0.3], [0.9]], expected: 1, hint: "A weight of one stays: the other model has no share."}
    ],
    solution: `function step(w, p, q) {
  const shares = p.map((x, i) => (w * x) / (w * x + (1 - w) * q[i]));
  return shares.reduce((a, b) => a + b, 0) / shares.length;
}`,
    wrong: [
      {
        code: "function step(w, p, q) { const s = p.map((x, i) => x / (x + q[i])); return s.reduce((a, b) => a + b, 0) / s.length; }",
        why: "It forgets the weights of today: a step starts from where it is."
      },
      {
        code: "function step(w, p, q) { const a = p.reduce((s, x) => s + w * x, 0), b = q.reduce((s, x) => s + (1 - w) * x, 0); return a / (a + b); }",
        why: "It takes the share of sums; each token counts once, however probable it was."
      },
      {
        code: "function step(w, p, q) { return p.filter((x, i) => w * x > (1 - w) * q[i]).length / p.length; }",
        why: "It gives each token wholly to one model; EM shares it."
      }
    ],
    explanation:
      "E-step: by Bayes' rule, w·p/(w·p + (1 − w)·q) is the probability that the first model produced the token, given that the mixture did. M-step: the best weight is the mean of these. The likelihood of the held-out tokens can't fall by it."
  },
  {
    kind: "write",
    name: "exercises-likeliest-path",
    title: "The likeliest text is not the greedy one",
    prompt:
      "P[a][b] is the probability that token b follows token a. Write likeliest(P, start, n): the probability of the likeliest sequence of n tokens after start. For n = 0 it is 1.",
    start: "function likeliest(P, start, n) {\n  return 1;\n}",
    functionName: "likeliest",
    cases: [
      {
        args: [
          [
            [0.5, 0.5],
            [0.5, 0.5]
          ],
          0,
          3
        ],
        expected: 0.125,
        hint: "All paths are alike: 0.5 three times."
      },
      {
        args: [
          [
            [0, 0.6, 0.4],
            [0.4, 0.3, 0.3],
            [0, 0, 1]
          ],
          0,
          2
        ],
        expected: 0.4,
        hint: "Greedy goes to 1 (0.6), from where the best is 0.4: 0.24. Through 2 it is 0.4 · 1."
      },
      {args: [[[1]], 0, 0], expected: 1, hint: "An empty sequence is certain."},
      {
        args: [
          [
            [0.1, 0.9],
            [0.8, 0.2]
          ],
          1,
          4
        ],
        expected: 0.8 * 0.9 * 0.8 * 0.9,
        hint: "It goes back and forth."
      },
      {
        args: [
          [
            [0, 0.5, 0.5],
            [1, 0, 0],
            [0.9, 0.05, 0.05]
          ],
          0,
          30
        ],
        expected: Math.pow(0.5, 15),
        hint: "Thirty steps have 3^30 paths. Keep the best way to each token, not all paths."
      }
    ],
    solution: `function likeliest(P, start, n) {
  let best = P.map((_, token) => (token === start ? 1 : 0));
  for (let step = 0; step < n; step++)
    best = P.map((_, to) => Math.max(...best.map((p, from) => p * P[from][to])));
  return Math.max(...best);
}`,
    wrong: [
      {
        code: "function likeliest(P, start, n) { let p = 1, at = start; for (let i = 0; i < n; i++) { const m = Math.max(...P[at]); p *= m; at = P[at].indexOf(m); } return p; }",
        why: "It is greedy: the likeliest next token may lead where all that follows is unlikely."
      },
      {
        code: "function likeliest(P, start, n) { let b = P.map((_, t) => (t === start ? 1 : 0)); for (let i = 0; i < n; i++) b = P.map((_, to) => b.reduce((s, p, from) => s + p * P[from][to], 0)); return Math.max(...b); }",
        why: "It sums over paths: that is the probability to be at a token, not of one sequence."
      },
      {
        code: "function likeliest(P, start, n) { return n <= 1 ? Math.max(...P[start]) : Math.max(...P[start].map((p, to) => p * likeliest(P, to, n - 1))); }",
        why: "It tries every path, so thirty steps take for ever; and for n = 0 it takes a step."
      }
    ],
    explanation:
      "The best way to a token in n steps goes through the best way to some token in n − 1 steps. So one number for each token is enough: n · V² products in place of V to the n paths. That is Viterbi's algorithm, and the reason that it works is the Markov assumption."
  }
];
