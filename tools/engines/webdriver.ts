/** As much of W3C's WebDriver as opening pages needs. */
import {spawn, type ChildProcess} from "node:child_process";
import {readdirSync} from "node:fs";

/** A page of some engine. */
export interface EnginePage {
  readonly version: string;
  readonly open: (url: string) => Promise<void>;
  /** Runs the text of an expression on the page; a promise is waited for. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** The same in a frame of the page, which a selector finds: drivers reach those that a page can't look into. */
  readonly inFrame: (selector: string, expression: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

const PORT = 9516;
const DISPLAY = ":97";

async function call(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${PORT}${path}`, {
    method,
    ...(body === undefined ? {} : {body: JSON.stringify(body), headers: {"content-type": "application/json"}})
  });
  const {value} = (await response.json()) as {readonly value: unknown};
  if (!response.ok) throw new Error(`WebDriver ${path}: ${JSON.stringify(value).slice(0, 300)}`);
  return value;
}

async function ready(): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answered = await call("GET", "/status").then(
      () => true,
      () => false
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("WebKitWebDriver does not answer");
}

function miniBrowser(): string {
  const libraries = readdirSync("/usr/lib").map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1`);
  for (const folder of libraries)
    try {
      if (readdirSync(folder).includes("MiniBrowser")) return `${folder}/MiniBrowser`;
    } catch {
      // this architecture has none
    }
  throw new Error("There is no MiniBrowser of WebKitGTK 4.1");
}

/** A session of WebKit's small browser on a screen that nobody sees; `settings` are added to its environment. */
export async function openWebKit(settings: Readonly<Record<string, string>> = {}): Promise<EnginePage> {
  const children: ChildProcess[] = [
    spawn("Xvfb", [DISPLAY, "-screen", "0", "1400x1000x24"], {stdio: "ignore"}),
    spawn("WebKitWebDriver", [`--port=${PORT}`], {stdio: "ignore", env: {...process.env, DISPLAY, ...settings}})
  ];
  await ready();
  const options = {binary: miniBrowser(), args: ["--automation"]};
  const made = (await call("POST", "/session", {
    capabilities: {alwaysMatch: {browserName: "MiniBrowser", "webkitgtk:browserOptions": options}}
  })) as {readonly sessionId: string; readonly capabilities: {readonly browserVersion: string}};
  const session = `/session/${made.sessionId}`;
  await call("POST", `${session}/timeouts`, {script: 120_000, pageLoad: 60_000});
  const evaluate = (expression: string) =>
    call("POST", `${session}/execute/async`, {
      script: `const done = arguments[arguments.length - 1]; Promise.resolve(${expression}).then(done, (e) => done(String(e)));`,
      args: []
    });
  return {
    version: `WebKitGTK ${made.capabilities.browserVersion}`,
    open: async (url) => void (await call("POST", `${session}/url`, {url})),
    evaluate,
    inFrame: async (selector, expression) => {
      const id = await call("POST", `${session}/element`, {using: "css selector", value: selector});
      await call("POST", `${session}/frame`, {id});
      try {
        return await evaluate(expression);
      } finally {
        await call("POST", `${session}/frame`, {id: null});
      }
    },
    close: async () => {
      await call("DELETE", session).catch(() => undefined);
      for (const child of children.reverse()) child.kill();
    }
  };
}
