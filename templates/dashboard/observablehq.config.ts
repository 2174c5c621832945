import "./followRuns.js";
import "./offline.js";

process.env["OBSERVABLE_TELEMETRY_DISABLE"] = "true";

export default {
  title: "Runs",
  root: "src",
  theme: ["air", "near-midnight"],
  style: "style.css",
  globalStylesheets: [], // nothing is fetched, while it is built or read
  pages: [
    {name: "Settings", path: "/settings"},
    {name: "Samples", path: "/samples"},
    {name: "Throughput", path: "/throughput"}
  ],
  pager: false,
  toc: false,
  search: false,
  footer: ""
};
