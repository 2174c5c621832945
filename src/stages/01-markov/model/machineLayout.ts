import {successors, type Machine, type State} from "./machine.js";

export type Places = readonly (readonly [x: number, y: number])[];

interface Body {
  x?: number;
  y?: number;
}

const kept = new WeakMap<Machine, Map<number, Places>>();

/** Places of the states of a small machine, found by forces; the same each time, for nothing in it is random. */
export async function places(
  machine: Machine,
  states: readonly State[],
  width: number,
  height: number
): Promise<Places> {
  const known = kept.get(machine)?.get(width);
  if (known !== undefined) return known;
  const {forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY} = await import("/lib/graph.js");
  const index = new Map(states.map((state, i) => [String(state), i]));
  const turn = (2 * Math.PI) / states.length;
  const bodies: Body[] = states.map((_, i) => ({
    x: 0.4 * width * Math.cos(turn * i),
    y: 0.4 * height * Math.sin(turn * i)
  }));
  const links = states.flatMap((state, i) =>
    successors(machine, state).map(({to, prob}) => ({source: i, target: index.get(String(to)) ?? i, prob}))
  );
  const room = Math.sqrt((width * height) / states.length);
  forceSimulation(bodies)
    .force(
      "link",
      forceLink(links)
        .distance(room * 0.9)
        .strength(({prob}) => 0.1 + 0.3 * prob)
    )
    .force("charge", forceManyBody().strength(-6 * room))
    .force("collide", forceCollide(room * 0.42))
    .force("x", forceX().strength(0.05 * Math.min(1, height / width)))
    .force("y", forceY().strength(0.05 * Math.max(1, width / height)))
    .stop()
    .tick(300);
  const fit = (axis: "x" | "y", from: number, to: number) => {
    const all = bodies.map((body) => body[axis] ?? 0);
    const [low, high] = [Math.min(...all), Math.max(...all)];
    return all.map((v) => (high > low ? from + ((v - low) / (high - low)) * (to - from) : (from + to) / 2));
  };
  const [xs, ys] = [fit("x", 30, width - 30), fit("y", 54, height - 20)];
  const found: Places = xs.map((x, i) => [x, ys[i] ?? 0] as const);
  kept.set(machine, (kept.get(machine) ?? new Map<number, Places>()).set(width, found));
  return found;
}
