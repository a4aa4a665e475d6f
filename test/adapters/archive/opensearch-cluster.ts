import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../../adapters/package-root.ts";
import { freePort } from "../state/redis-server.ts";
import { emptyFolder } from "../terminal/run-program.ts";

const SCRIPTS = join(PACKAGE_ROOT, "test/adapters/archive/cluster");
const isThere = (...command: readonly string[]) => spawnSync(command[0] ?? "", command.slice(1)).status === 0;

/** Whether an OpenSearch can be put together and started here; where it can and does not start, that is a fault. */
export const HAS_OPENSEARCH = isThere("javac", "-version") && isThere("mvn", "-v");

/** What the name of a skipped test says. */
export const OPENSEARCH_NOTE = HAS_OPENSEARCH
  ? ""
  : " (skipped: there is no JDK with Maven; apt-get install maven openjdk-17-jdk-headless)";

/** Real nodes of OpenSearch on loopback. */
export interface Cluster {
  readonly urls: readonly string[];
  /** Ends a node at once, as a power cut does. */
  kill(node: number): void;
  /** The node that manages the others. */
  manager(): Promise<number>;
  stop(): void;
}

/** Starts so many nodes, and waits until all have joined. @throws where they do not. */
export async function startCluster(nodes: number): Promise<Cluster> {
  const dir = emptyFolder();
  // Nodes take the ports that follow it, and those a hundred further on.
  const port = ((await freePort()) % 20_000) + 20_000;
  run("get.sh");
  run("cluster.sh", dir, String(nodes), "400m", String(port));
  const numbers = Array.from({ length: nodes }, (_, at) => at + 1);
  const urls = numbers.map((node) => `http://127.0.0.1:${port + node}`);
  const kill = (node: number) => {
    try {
      process.kill(Number(readFileSync(join(dir, `n${node}`, "pid"), "utf8")), "SIGKILL");
    } catch {
      // It is gone already.
    }
  };
  return {
    urls,
    kill,
    async manager() {
      const found = await fetch(`${urls[0]}/_cat/cluster_manager?h=node`);
      return Number((await found.text()).trim().slice(1));
    },
    stop: () => numbers.forEach(kill),
  };
}

function run(script: string, ...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(join(SCRIPTS, script), args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${script} failed:\n${stdout}${stderr}`);
}
