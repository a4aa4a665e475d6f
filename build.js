import { chmod } from "node:fs/promises";

const { build } = await import("rolldown").catch(() => {
  console.error(
    "Talks is built by development dependencies: run `npm ci` without --omit=dev, and then, if you like, `npm prune --omit=dev --ignore-scripts`.",
  );
  process.exit(1);
});

const { layOut } = await import("./models/lay-out.js");

const PACKAGE = /^(?:@[a-z\d][\w.-]*\/)?[a-z\d][\w.-]*(?:\/|$)/;
/**
 * The libraries that every question in the terminal needs are built in, as opening many small files takes Node longer
 * than running them; and those which are modules only: `encoding-sniffer`, `@exodus/bytes`, `marked` and `parse5`. The
 * others stay where npm put them, and are opened when a command asks for them.
 */
const BUILT_IN =
  /^(?:commander|encoding-sniffer|@exodus\/bytes|@huggingface\/tokenizers|marked|minisearch|parse5|stemmer|valibot|yaml)(?:\/|$)/;

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
    await bundle(
      {
        eval: "test/evaluation/evaluate.ts",
        answers: "test/evaluation/print-answers.ts",
        fit: "test/evaluation/fit.ts",
      },
      "dist/eval",
    );
    break;
  case "vectors":
    await bundle({ "ship-vectors": "adapters/encoder/ship-vectors.ts" }, "dist/vectors");
    break;
  case "pictures":
    await bundle({ pictures: "pictures/main.ts" }, "dist/pictures");
    break;
  default:
    await bundle(
      {
        talks: "adapters/main.ts",
        "index-thread": "adapters/live-corpus/index-thread.ts",
        "reading-thread": "adapters/archive/reading-thread.ts",
        "feed-thread": "adapters/feeds/feed-thread.ts",
        "encoder-thread": "adapters/encoder/encoder-thread.ts",
      },
      "dist",
    );
    await chmod("dist/talks.cjs", 0o755);
    await layOut("models/e5-small-v2", "dist/encoder");
}
