import type {RunData} from "./data/runData.js";

/** What a report is made of besides its runs. */
export interface ReportParts {
  readonly script: string;
  readonly style: string;
}

/** JSON that stands in a page: nothing in it ends the element that it is in. */
const inPage = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");

const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

/** Runs as one page that needs nothing else, and may ask nobody for anything. */
export const reportHtml = (runs: readonly RunData[], {script, style}: ReportParts): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Runs</title>
<style>
${style}</style>
<main>
<h1>Runs</h1>
</main>
<script type="application/json" id="runs">${inPage(runs)}</script>
<script type="module">
${script.replaceAll("</script", "<\\/script")}</script>
</html>
`;
