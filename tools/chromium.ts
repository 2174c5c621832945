/** Finds a Chromium, Chrome or Edge to test with; installs one where that is possible; else says what to do. */
import {execFileSync} from "node:child_process";
import {existsSync, readdirSync} from "node:fs";
import {homedir, platform} from "node:os";
import {delimiter, join} from "node:path";
import {root} from "./root.js";

/** Flags with which a browser asks nobody for anything, and starts in a container. */
export const browserFlags: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage"
];

// the shell, which has no windows to draw, opens pages in half the time
const names = [
  "chromium-headless-shell",
  "chrome-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "microsoft-edge-stable",
  "msedge"
];

function onPath(): readonly string[] {
  const suffix = platform() === "win32" ? ".exe" : "";
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, `${name}${suffix}`)));
}

function usualPlaces(): readonly string[] {
  if (platform() === "darwin")
    return ["Google Chrome", "Chromium", "Microsoft Edge"].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`
    );
  if (platform() !== "win32") return ["/snap/bin/chromium", "/opt/google/chrome/chrome", "/usr/lib/chromium/chromium"];
  const roots = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((name) => process.env[name] ?? []);
  return roots.flatMap((root) =>
    [
      "Google/Chrome/Application/chrome.exe",
      "Chromium/Application/chrome.exe",
      "Microsoft/Edge/Application/msedge.exe"
    ].map((path) => join(root, path))
  );
}

/** What playwright has downloaded before, newest first. */
function downloaded(): readonly string[] {
  const caches = [
    process.env["PLAYWRIGHT_BROWSERS_PATH"] ?? "",
    join(homedir(), ".cache/ms-playwright"),
    join(homedir(), "Library/Caches/ms-playwright"),
    join(process.env["LOCALAPPDATA"] ?? "", "ms-playwright")
  ].filter((cache) => cache !== "" && existsSync(cache));
  const inside = [
    "chrome-headless-shell-linux64/chrome-headless-shell",
    "chrome-linux/headless_shell",
    "chrome-linux/chrome",
    "chrome-linux64/chrome",
    "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
    "chrome-win/chrome.exe",
    "chrome-win64/chrome.exe"
  ];
  return caches.flatMap((cache) =>
    readdirSync(cache)
      .filter((name) => name.startsWith("chromium"))
      .sort()
      .reverse()
      .flatMap((name) => inside.map((path) => join(cache, name, path)))
  );
}

const find = (): string | undefined =>
  [...onPath(), ...usualPlaces(), ...downloaded()].find((path) => existsSync(path));

function attempt(command: string, args: readonly string[]): void {
  try {
    execFileSync(command, args, {stdio: "ignore", timeout: 300_000});
  } catch {
    // the next attempt, or the message at the end, takes over
  }
}

const installs: readonly (() => void)[] = [
  () => {
    if (platform() !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
    attempt("apt-get", ["update", "-qq"]);
    for (const name of ["chromium-headless-shell", "chromium"])
      if (find() === undefined) attempt("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name]);
  },
  () => attempt(process.execPath, [join(root, "node_modules/playwright-core/cli.js"), "install", "chromium"])
];

/** The path of a browser. */
export function chromiumPath(): string {
  const given = process.env["CHROMIUM"];
  if (given !== undefined && given !== "") {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM names ${given}, and there is no such file.`);
  }
  const found = find();
  if (found !== undefined) return found;
  console.error("No Chromium, Chrome or Edge found: trying to install Chromium.");
  for (const install of installs) {
    install();
    const installed = find();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    "The browser tests need Chromium, Chrome or Edge, and none was found or could be installed.\n" +
      "  Install one (Debian: sudo apt-get install chromium; macOS: brew install --cask chromium),\n" +
      "  or set CHROMIUM to the path of its program, and run the command again."
  );
}
