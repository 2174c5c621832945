import type {PatientConfig} from "./patient.js";

export const CLINIC_STEPS = 600;
export const CLINIC_EVERY = 10;

/** A case for the clinic: what was done to it is told after the diagnosis. */
interface Patient {
  readonly id: string;
  readonly label: string;
  readonly change: Partial<PatientConfig>;
}

/** What all patients have in common, and the healthy one is. */
export const clinicStart = {
  context: 5,
  width: 12,
  hidden: [64],
  learningRate: 0.005,
  batchSize: 64,
  scored: 1500
} as const;

const large = {hidden: [512], width: 16, activation: "relu", batchSize: 512} as const;

export const patients: readonly Patient[] = [
  {id: "a", label: "patient A", change: {learningRate: 0.3, clip: Infinity}},
  {id: "b", label: "patient B", change: {scale: 50}},
  {id: "c", label: "patient C", change: {hidden: [64, 64, 64, 64, 64, 64], scale: 0.1}},
  {id: "d", label: "patient D", change: {activation: "relu", optimizer: "momentum", learningRate: 1, clip: Infinity}},
  {id: "e", label: "patient E", change: {...large, fault: "leaked"}},
  {id: "f", label: "patient F", change: {fault: "shuffled"}}
];

/** What the patient is called who has nothing. */
export const HEALTHY = "healthy";

/** A config of the clinic, from a form and a text. */
export const clinicConfig = (settings: Partial<PatientConfig>, corpus: string, documents: boolean): PatientConfig => ({
  ...clinicStart,
  ...settings,
  corpus,
  documents
});
