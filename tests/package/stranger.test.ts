/** The library as a stranger meets it: packed, installed in an empty project, type-checked and run from there. */
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {root} from "../../tools/root.js";
import {command} from "./command.js";
import {strangersProject, strictConfig, tsc} from "./strangersProject.js";

const project = strangersProject("stranger");

/** A block of a language in the README: in TypeScript the pipeline, a worker, its page; in JavaScript the derivatives, a transformer. */
function fromReadme(language: "ts" | "js", number = 0): string {
  const block = new RegExp("^`{3}" + language + "\\n([\\s\\S]*?)^`{3}", "gm");
  const code = [...readFileSync(join(root, "README.md"), "utf8").matchAll(block)][number]?.[1];
  if (code === undefined) throw new Error(`README.md has no block ${number} of ${language}: it is what is run here`);
  return code;
}

/** What a stranger writes who wants the face for tokenizers. */
const tokens = `import {bpeTokenizer, readTokenizerJson, trainBpe, writeTokenizerJson} from "llm-first-principles/tokenizers";
const files = writeTokenizerJson(bpeTokenizer(trainBpe("low lower lowest", {size: 259})));
const {encode, decode} = readTokenizerJson(files["tokenizer.json"]);
const ids = encode("low lower lowest");
console.log(decode(ids), encode("lower").length + encode(" low").length);
`;

/** What a stranger without a browser's types writes: the tensor face must not name any of them. */
const bare = `import {add, adamw, adamwInit, grad, loadEngine, tensor} from "llm-first-principles/tensor";
const params = {w: tensor([1, 2])};
const loss = (p: typeof params) => add(p.w, 1);
export const [next] = adamw(params, grad(loss)(params), adamwInit(params), {learningRate: 1});
export const bytes: number = (await loadEngine()).memory.buffer.byteLength;
`;

/** Computes on two threads, and leaves the second where it is. */
const threads = `import {add, item, matmul, ones, openThreads, sum} from "llm-first-principles/tensor";
const x = ones([200, 200]);
const one = item(sum(add(matmul(x, x), 0.1)));
const opened = await openThreads(2);
console.log(opened, item(sum(add(matmul(x, x), 0.1))) === one);
`;

beforeAll(() => {
  mkdirSync(join(project, "src"));
  writeFileSync(join(project, "src/pipeline.ts"), fromReadme("ts"));
  writeFileSync(join(project, "src/worker.ts"), fromReadme("ts", 1));
  writeFileSync(join(project, "src/page.ts"), fromReadme("ts", 2));
  writeFileSync(join(project, "derivatives.js"), fromReadme("js"));
  writeFileSync(join(project, "transformer.js"), fromReadme("js", 1));
  writeFileSync(join(project, "threads.js"), threads);
  writeFileSync(join(project, "tsconfig.json"), strictConfig());
  writeFileSync(join(project, "tokens.js"), tokens);
  mkdirSync(join(project, "bare"));
  writeFileSync(join(project, "bare/tensors.ts"), bare);
  writeFileSync(
    join(project, "bare/tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        target: "es2022",
        lib: ["es2022"],
        module: "nodenext",
        moduleResolution: "nodenext",
        strict: true,
        skipLibCheck: false,
        types: [],
        noEmit: true
      },
      include: ["*.ts"]
    })
  );
});

describe("the package", () => {
  it("has the compiled library with its types, templates of projects, the license, the README, and nothing else", () => {
    const files = readdirSync(join(project, "node_modules/llm-first-principles"), {recursive: true, encoding: "utf8"});
    expect(files).toContain("README.md");
    expect(files).toContain("LICENSE");
    expect(files.some((file) => file.endsWith("index.d.ts"))).toBe(true);
    expect(
      files.filter(
        (file) =>
          !/^(build|templates|cli(\/report(\/(data|components).*)?)?$|LICENSE|README\.md|package\.json)/.test(file)
      )
    ).toEqual([]);
  });

  it("type-checks the README's pipeline in a stranger's strict project", () => {
    expect(command(process.execPath, [tsc, "-p", "."], project)).toBe("");
  });

  it("type-checks the tensor face where there are no types of a browser or of Node", () => {
    expect(command(process.execPath, [tsc, "-p", "bare"], project)).toBe("");
  });

  it("runs the README's pipeline", () => {
    expect(command(process.execPath, ["out/pipeline.js"], project).trim()).not.toBe("");
  });

  it("runs the README's ten lines in a worker, and both end", () => {
    const lines = command(process.execPath, ["out/page.js"], project).trim().split("\n");
    expect(lines.map((line) => line.split(" ").slice(0, 2))).toEqual([
      ["0", "0"],
      ["5", "5000"],
      ["10", "10000"]
    ]);
  });

  it("learns a tokenizer, writes its file, and reads it again", () => {
    expect(command(process.execPath, ["tokens.js"], project).trim()).toBe("low lower lowest 4");
  });

  it("trains the README's network on tensors, from the package's own kernels", () => {
    expect(Number(command(process.execPath, ["derivatives.js"], project))).toBeLessThan(0.01);
  });

  it("trains the README's transformer, which writes, and leaves as a file for other engines", () => {
    expect(parseFloat(command(process.execPath, ["transformer.js"], project))).toBeLessThan(5.5);
    expect(readFileSync(join(project, "model.gguf")).subarray(0, 4).toString()).toBe("GGUF");
  });

  it("opens two threads, which give the same numbers and do not keep the process from ending", () => {
    expect(command(process.execPath, ["threads.js"], project).trim()).toBe("2 true");
  });

  it("asks for no dependency but its peer, rxjs, and what its command line alone loads", () => {
    const installed = join(project, "node_modules/llm-first-principles");
    const manifest: unknown = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    expect(manifest).toHaveProperty("dependencies", {
      commander: expect.any(String),
      "@huggingface/jinja": expect.any(String),
      hyparquet: expect.any(String)
    });
    expect(manifest).toHaveProperty("peerDependencies", {rxjs: expect.any(String)});
    const loading = readdirSync(join(installed, "build"), {recursive: true, encoding: "utf8"})
      .filter((file) => /\.js$/.test(file))
      .filter((file) =>
        /from "(commander|@huggingface|hyparquet)/.test(readFileSync(join(installed, "build", file), "utf8"))
      );
    expect(loading.length).toBeGreaterThan(0);
    expect(loading.filter((file) => !/^cli[/\\]/.test(file))).toEqual([]);
  });

  it("has a command line that helps, trains, goes on, writes and exports", () => {
    const llmfp = (...args: string[]): string => command("npx", ["--no-install", "llmfp", ...args], project);
    expect(llmfp("--help")).toContain("train");
    expect(llmfp("train", "--help")).toContain("--learning-rate");
    writeFileSync(join(project, "whale.txt"), "the whale and the sea, and a gull. ".repeat(60));
    const small = ["--width", "8", "--layers", "1", "--heads", "2", "--context", "8", "--tokens", "subwords"];
    expect(llmfp("train", "whale.txt", "--name", "whale", "--steps", "3", "--vocab-size", "260", ...small)).toMatch(
      /whale: 3 steps, held out \d/
    );
    expect(llmfp("train", "--resume", "whale", "--steps", "5")).toContain("5 steps");
    expect(llmfp("sample", "whale", "--prompt", "the whale", "--length", "5")).toMatch(/^the whale/);
    llmfp("export", "whale", "--to", "gguf", "--out", "whale.gguf");
    expect(llmfp("inspect", "whale.gguf")).toContain("general.architecture");
  });
});
