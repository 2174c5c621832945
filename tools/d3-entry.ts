// what charts are computed with; the drawing is our own, so a page's first figures cost 20 kB and not Plot's 90
export {line, scaleBand, scaleLinear, scaleLog} from "d3";
