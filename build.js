import { execFileSync } from "node:child_process";
import { chmod } from "node:fs/promises";
import { build } from "rolldown";

const PACKAGE = /^(?:@[a-z\d][\w.-]*\/)?[a-z\d][\w.-]*(?:\/|$)/;
/**
 * The libraries that every question in the terminal needs are built in, as opening many small files takes Node longer
 * than running them; and `marked`, which is a module only. The others stay where npm put them, and are opened when a
 * command asks for them.
 */
const BUILT_IN = /^(?:commander|marked|minisearch|stemmer|yaml)$/;

/** @param {Record<string, string>} input @param {string} dir */
const bundle = (input, dir) =>
  build({
    input,
    platform: "node",
    external: (id, importer) => PACKAGE.test(id) && !BUILT_IN.test(id) && !importer?.includes("node_modules"),
    // Node has CommonJS running some 40 ms before modules.
    output: {
      format: "cjs",
      dir,
      entryFileNames: "[name].cjs",
      chunkFileNames: "[name]-[hash].cjs",
      cleanDir: true,
      sourcemap: true,
      comments: false,
    },
  });

// node build.js: the program. node build.js TOOL: what measures it, in a folder of its own, dist/TOOL.
switch (process.argv[2]) {
  case "bench":
    await bundle({ bench: "bench/main.ts", "peak-memory": "bench/peak-memory.ts" }, "dist/bench");
    break;
  case "eval":
    await bundle({ eval: "test/evaluation/evaluate.ts", answers: "test/evaluation/print-answers.ts" }, "dist/eval");
    break;
  default:
    await bundle(
      {
        talks: "adapters/main.ts",
        "index-thread": "adapters/live-corpus/index-thread.ts",
        "index-own-corpus": "adapters/live-corpus/index-own-corpus.ts",
      },
      "dist",
    );
    await chmod("dist/talks.cjs", 0o755);
    execFileSync(process.execPath, ["dist/index-own-corpus.cjs"], { stdio: "inherit" });
}
