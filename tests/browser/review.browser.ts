import {describe, expect, it} from "vitest";
import {open} from "./open.js";

const DAY = 24 * 60 * 60 * 1000;
const asked = ["probability-exclusive", "probability-conditional", "from-an-older-edition"];

describe("the page of reviews", () => {
  it("asks what is due again in place, and takes the grade in place of the answer", async () => {
    const {page, problems, close} = await open("review");
    try {
      await page.evaluate(
        ([names, at]) =>
          names.forEach((name, i) =>
            localStorage.setItem(
              `llm-first-principles:exercise:${name}`,
              JSON.stringify({name, prompt: `Prompt of ${name}`, attempts: [{at: at + i, right: false}]})
            )
          ),
        [asked, Date.now() - 30 * DAY] as const
      );
      await page.reload();
      const first = page.locator('.review [data-exercise="probability-exclusive"]');
      await first.waitFor();
      expect(await page.locator(".review-sum").allTextContents()).toEqual([
        "0 solved · 3 in review · 3 due.",
        expect.stringMatching(/^Then: .+ · from-an-older-edition\.$/)
      ]);
      await first.getByText("Exclusive, and so dependent").click();
      await first.getByRole("button", {name: "Check"}).click();
      await page.waitForFunction(() => document.querySelector('.review [data-status="right"]') !== null);
      await page.getByRole("button", {name: /^Easy/}).click();

      const second = page.locator('.review [data-exercise="probability-conditional"]');
      await second.getByRole("textbox").waitFor();
      expect(await page.locator(".review-sum").first().textContent()).toBe("1 solved · 3 in review · 2 due.");
      const attempts = await page.evaluate(
        () =>
          (
            JSON.parse(localStorage.getItem("llm-first-principles:exercise:probability-exclusive") ?? "") as {
              readonly attempts: readonly object[];
            }
          ).attempts
      );
      expect(attempts.slice(1)).toMatchObject([{right: true}, {right: true, grade: 4}]);
      await page.getByRole("button", {name: /^Again/}).click();

      // what the book no longer has stays a prompt, with its grades
      await page.getByText("Prompt of from-an-older-edition").waitFor();
      await page.getByRole("button", {name: /^Good/}).click();
      await page.getByText("Nothing is due.").waitFor();
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });
});
