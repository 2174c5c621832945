import tseslint from "typescript-eslint";
import {boundaries} from "./tools/lint/boundaries.js";

const restrict = (selector, message) => ({selector, message});

const everywhere = [
  restrict("ExportDefaultDeclaration", "Exports have names."),
  restrict("ExportAllDeclaration", "No barrels: import the file that is meant."),
  restrict("ExportNamedDeclaration[source]", "No barrels: import the file that is meant."),
  restrict(
    ":matches(MemberExpression, AssignmentExpression > MemberExpression)[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]",
    "Foreign text would become markup: use textContent, or make elements."
  ),
  restrict("Property[key.name=/^(innerHTML|outerHTML)$/]", "Foreign text would become markup: make elements."),
  restrict("MemberExpression[object.name='document'][property.name=/^write(ln)?$/]", "document.write is not for us."),
  restrict("ClassDeclaration:not([superClass.name=/Error$/])", "Data and functions: no classes but errors.")
];

const transcendental =
  "acos acosh asin asinh atan atan2 atanh cbrt cos cosh exp expm1 hypot log log10 log1p log2 pow sin sinh tan tanh random".split(
    " "
  );

const clocks = ["Date", "performance", "setTimeout", "setInterval", "requestAnimationFrame"];
const dom =
  "window document navigator location history localStorage sessionStorage HTMLElement Element Node Event CustomEvent alert crypto".split(
    " "
  );

const banned = (names, message) => names.map((name) => ({name, message}));

export default tseslint.config(
  {
    ignores: [
      "dist/**",
      "build/**",
      "shots/**",
      "coverage/**",
      "src/lib/**",
      "src/.observablehq/**",
      "src/static/**",
      "bench/peers/**",
      "lib/kernels/assembly/**",
      "lib/kernels/bytes.ts",
      "lib/kernels/fastBytes.ts",
      "src/stages/*/assembly/**",
      "src/stages/*/model/bytes.ts",
      "**/node_modules/**"
    ]
  },
  {linterOptions: {reportUnusedDisableDirectives: "error"}},
  {
    files: ["**/*.ts", "**/*.js"],
    extends: [tseslint.configs.strict],
    plugins: {book: {rules: {boundaries}}},
    rules: {
      "book/boundaries": "error",
      "no-restricted-syntax": ["error", ...everywhere],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-var": "error",
      "prefer-const": ["error", {destructuring: "all"}],
      eqeqeq: "error",
      "@typescript-eslint/no-unused-expressions": ["error", {allowShortCircuit: true, allowTernary: true}],
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unused-vars": ["error", {argsIgnorePattern: "^_", varsIgnorePattern: "^_"}],
      "@typescript-eslint/consistent-type-imports": ["error", {fixStyle: "inline-type-imports"}],
      "@typescript-eslint/unified-signatures": "off",
      "@typescript-eslint/no-invalid-void-type": "off"
    }
  },
  {
    files: ["lib/**/*.ts", "cli/**/*.ts", "src/**/*.ts", "tools/**/*.ts", "tests/**/*.ts", "bench/**/*.ts"],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", {checksVoidReturn: false}],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error"
    }
  },
  {
    files: ["lib/**", "cli/**", "src/**", "tools/**"],
    rules: {"max-lines": ["error", 300]}
  },
  {
    files: ["lib/**/*.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        ...everywhere,
        restrict(
          "BinaryExpression[operator='**'], AssignmentExpression[operator='**=']",
          "Engines differ in `**`: multiply, or use pow of lib/core/math."
        )
      ],
      "no-restricted-properties": [
        "error",
        ...transcendental.map((property) => ({
          object: "Math",
          property,
          message: property === "random" ? "Randomness is a key that is passed." : "Engines differ: use lib/core/math."
        }))
      ],
      "no-restricted-globals": [
        "error",
        ...banned(clocks, "Only lib/reactive knows the time."),
        ...banned(dom, "The library runs without a DOM.")
      ]
    }
  },
  {
    files: ["cli/**/*.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        {object: "Math", property: "random", message: "What is random comes from --seed."}
      ],
      "no-restricted-globals": [
        "error",
        ...banned(
          clocks.filter((clock) => clock !== "Date"), // a date is written down
          "Time is rxjs’s: its operators, and its schedulers’ now()."
        )
      ]
    }
  },
  {
    files: ["lib/reactive/**/*.ts"],
    rules: {"no-restricted-globals": ["error", ...banned(dom, "The library runs without a DOM.")]}
  },
  {
    files: ["src/stages/*/model/**/*.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...banned(dom, "Models and facts run without a DOM."),
        ...banned(["Date", "performance"], "A model is handed its clock: facts have none.")
      ]
    }
  },
  {
    files: ["src/stages/*/{facts,data}/**/*.ts", "src/**/*.kept.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...banned(dom, "Models and facts run without a DOM."),
        ...banned(clocks, "Numbers of a clock come from bench/kept.json, by kept() of src/components/bench.ts.")
      ]
    }
  },
  {
    files: [
      "lib/{index,scalar,tensor,tokenizers,transformer,interop}.ts",
      "lib/stages/*/{index,tensors,fields}.ts",
      "tools/*-entry.ts"
    ],
    rules: {"no-restricted-syntax": "off"}
  },
  {
    files: ["*.config.ts", "*.config.js", "templates/**/*.config.ts", "tests/browser/setup.ts", "types/**"],
    rules: {"no-restricted-syntax": "off"}
  }
);
