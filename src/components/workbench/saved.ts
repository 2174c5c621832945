import type {TextChoice} from "../corpus/textSource.js";
import {tensors} from "../tensors.js";
import type {BenchMetrics} from "./benchMetrics.js";
import type {Logged} from "./loggedAt.js";

/** A run in a file: what it was told, where it stands, and what was measured on the way. */
interface SavedRun {
  readonly workbench: string;
  /** Texts of the settings, by name. */
  readonly settings: Readonly<Record<string, string>>;
  /** The reader's own text, or else the corpus. */
  readonly own: Extract<TextChoice, {kind: "own"}> | null;
  readonly corpus: string;
  readonly step: number;
  readonly state: unknown;
  /** Whether any of it was computed with fused products; not said by files that know of none. */
  readonly fast?: boolean;
  readonly log: readonly Logged<BenchMetrics>[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The run of a file. @throws if the file is no checkpoint, was changed, or is of another workbench. */
export async function readSaved(file: Uint8Array, workbench: string): Promise<SavedRun> {
  const {loadCheckpoint} = await tensors();
  const saved = loadCheckpoint(file);
  if (!isRecord(saved) || typeof saved["workbench"] !== "string")
    throw new Error("This is a checkpoint, but of no run of a workbench.");
  if (saved["workbench"] !== workbench)
    throw new Error(`This run was saved from “${saved["workbench"]}”, and this is “${workbench}”.`);
  const {settings, step, log} = saved;
  if (!isRecord(settings) || !Number.isSafeInteger(step) || !Array.isArray(log))
    throw new Error("The file lacks what a run needs: its settings, its step and its log.");
  return saved as unknown as SavedRun; // its hash says that it is what was saved here
}
