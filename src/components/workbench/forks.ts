/** A future that begins at a step of a run, with some of its settings changed. */
export interface Fork {
  readonly from: number;
  /** Settings by name, as texts of their controls. */
  readonly change: Readonly<Record<string, string>>;
}

const NAME = /^\w+$/;

/** Forks in the address: `137:optimizer=lion,learningRate=0.001;60:batchSize=4`. */
export const writeForks = (forks: readonly Fork[]): string =>
  forks
    .map(({from, change}) => {
      const settings = Object.entries(change).map(([name, text]) => `${name}=${encodeURIComponent(text)}`);
      return `${from}:${settings.join(",")}`;
    })
    .join(";");

/** The forks that a text names; undefined if it names none properly, or a setting that cannot be changed on the way. */
export function readForks(
  text: string,
  steps: number,
  valid: (name: string, text: string) => boolean
): readonly Fork[] | undefined {
  if (text === "") return [];
  const forks: Fork[] = [];
  for (const part of text.split(";")) {
    const [, from, settings] = /^(\d{1,9}):(.+)$/.exec(part) ?? [];
    if (from === undefined || settings === undefined || Number(from) > steps) return undefined;
    const change: Record<string, string> = {};
    for (const setting of settings.split(",")) {
      const [name = "", value] = setting.split("=");
      if (!NAME.test(name) || value === undefined) return undefined;
      const content = decoded(value);
      if (content === undefined || !valid(name, content)) return undefined;
      change[name] = content;
    }
    forks.push({from: Number(from), change});
  }
  return forks;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // a percent sign that begins nothing
  }
}
