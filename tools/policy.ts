import {createHash} from "node:crypto";

const inline = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

const hashOf = (script: string): string => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

/** What a page may load and run: its own origin, and the inline scripts that are in it now. */
export function policyOf(html: string): string {
  const scripts = [...new Set([...html.matchAll(inline)].map(([, script = ""]) => hashOf(script)))];
  return [
    "default-src 'self'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...scripts].join(" "),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'"
  ].join("; ");
}

/** The page with its policy first in the head, before anything that it governs. */
export const withPolicy = (html: string): string =>
  html.replace(
    /<head>\n?/,
    (head) => `${head}<meta http-equiv="content-security-policy" content="${policyOf(html)}">\n`
  );
