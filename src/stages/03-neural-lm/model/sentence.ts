/** From Moby-Dick, “Etymology”: the sentence through which the section on recurrence sends gradients. */
export const SENTENCE = "The pale Usher—threadbare in coat, heart, body, and brain; I see him now.";
