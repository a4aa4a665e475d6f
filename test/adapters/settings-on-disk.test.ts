import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findFaultsOnDisk } from "../../adapters/settings-on-disk.ts";
import { corpusFolder } from "./terminal/corpus-folder.ts";
import { emptyFolder } from "./terminal/run-program.ts";

const sound = () => ({
  corpusDir: corpusFolder(),
  archive: null,
  stateDir: join(emptyFolder(), "not", "yet"),
  questionLogDays: null,
  feeds: null,
});

describe("the folders of a configuration", () => {
  it("are sound where the articles can be read, and the state can be or is not there yet", () => {
    expect(findFaultsOnDisk(sound())).toEqual([]);
    expect(findFaultsOnDisk({ ...sound(), stateDir: emptyFolder(), questionLogDays: 7 })).toEqual([]);
  });

  it("are faults where there are no articles, or no folder of that name", () => {
    const withFile = emptyFolder();
    writeFileSync(join(withFile, "articles"), "a file");
    const faultsAt = (corpusDir: string) => findFaultsOnDisk({ ...sound(), corpusDir });
    expect(faultsAt("/nope")).toEqual(["CORPUS_DIR: the folder /nope/articles is not there (ENOENT)."]);
    expect(faultsAt(withFile)).toEqual([expect.stringMatching(/^CORPUS_DIR: .*\/articles is no folder/)]);
  });

  it("are a fault where a file stands in the place of the state, told once", () => {
    const file = join(emptyFolder(), "file");
    writeFileSync(file, "a file");
    const faultsAt = (stateDir: string) => findFaultsOnDisk({ ...sound(), stateDir, questionLogDays: 7 });
    for (const stateDir of [file, join(file, "below")])
      expect(faultsAt(stateDir)).toEqual([
        expect.stringMatching(/^STATE_DIR: the folder .*file.* is no folder, or lies in none/),
      ]);
  });

  it("are a fault where a file stands in the place of the stored questions, once they are stored", () => {
    const stateDir = emptyFolder();
    writeFileSync(join(stateDir, "questions"), "a file");
    expect(findFaultsOnDisk({ ...sound(), stateDir })).toEqual([]);
    expect(findFaultsOnDisk({ ...sound(), stateDir, questionLogDays: 7 })).toEqual([
      expect.stringMatching(/^STATE_DIR: the folder .*questions is no folder/),
    ]);
  });

  // Root may read everything; the built program is run as somebody else in test/adapters/end-to-end/start.test.ts.
  it.skipIf(process.getuid?.() === 0)("are a fault where they may not be read", () => {
    const stateDir = join(emptyFolder(), "closed");
    mkdirSync(stateDir, { mode: 0o000 });
    expect(findFaultsOnDisk({ ...sound(), stateDir })).toEqual([expect.stringMatching(/may not be read .*\(EACCES\)/)]);
  });
});
