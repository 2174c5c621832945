import {expect, it} from "vitest";
import {TextError} from "../../lib/core/errors.js";
import {readFile} from "../../lib/text/readFile.js";

const file = (text: string) => ({
  name: "notes.txt",
  size: text.length,
  arrayBuffer: async () => new TextEncoder().encode(text).buffer as ArrayBuffer
});

it("reads a file's text", async () => {
  expect(await readFile(file("Call me Ishmael."))).toBe("Call me Ishmael.");
});

it("says that a folder, or a file that is gone, cannot be read", async () => {
  const gone = {name: "moby", size: 4096, arrayBuffer: () => Promise.reject(new Error("NotFoundError: gone"))};
  const error = await readFile(gone).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(TextError);
  expect((error as TextError).fault).toMatchObject({
    where: "readFile",
    rule: "a file can be read",
    found: [
      {name: "text", value: "moby"},
      {name: "reason", value: "NotFoundError: gone"}
    ],
    hint: expect.stringContaining("folder")
  });
});

it("refuses a file above the limit without asking for its bytes, and an empty one", async () => {
  const huge = {name: "huge", size: 3e9, arrayBuffer: () => Promise.reject(new Error("its bytes were asked for"))};
  await expect(readFile(huge)).rejects.toThrow("not larger than the limit");
  await expect(readFile(file(""))).rejects.toThrow("at least one character");
});

it("names the file when its bytes are not text", async () => {
  await expect(readFile(file("%PDF-1.4"))).rejects.toThrow(/notes\.txt[^]*a PDF document/);
});
