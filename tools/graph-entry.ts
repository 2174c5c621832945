// what the state machine is laid out with
export {forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY} from "d3";
