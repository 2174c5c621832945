import {readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "./root.js";

/** Where the project's files can be read, from package.json; undefined if it names no repository. */
export function repositoryUrl(): string | undefined {
  const manifest: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  if (typeof manifest !== "object" || manifest === null || !("repository" in manifest)) return undefined;
  const {repository} = manifest;
  const url =
    typeof repository === "object" && repository !== null && "url" in repository ? repository.url : repository;
  if (typeof url !== "string") return undefined;
  const [, owner] = /^(?:git\+)?(?:https:\/\/github\.com\/|github:)?([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(url) ?? [];
  return owner === undefined ? undefined : `https://github.com/${owner}`;
}
