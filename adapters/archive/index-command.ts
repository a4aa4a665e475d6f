import { createProgress, type Progress } from "../add/progress.ts";
import { createFolderReader } from "../live-corpus/folder-reader.ts";
import { createSettling } from "../live-corpus/settling.ts";
import { createStderrLog, type Log } from "../log.ts";
import { OperatorError } from "../operator-error.ts";
import { stopSignal } from "../process-end.ts";
import type { ArchiveConfig } from "./archive-config.ts";
import { openArchive, WRITING } from "./client.ts";
import { followFolder, takeFolder } from "./folder-source.ts";
import { takeLines } from "./line-source.ts";
import { openWriter, type Report } from "./writer.ts";

/** What `talks index` is given. */
export interface IndexOptions {
  readonly archive: ArchiveConfig | null;
  readonly corpusDir: string;
  /** Where what was refused is written down. */
  readonly stateDir: string;
  /** Articles come as JSON lines on standard input, and not from the folder. */
  readonly fromInput: boolean;
  /** Goes on until it is told to stop. */
  readonly watch: boolean;
}

/** Folders of any size are read in a thread of their own. */
const ALWAYS_IN_THREAD = 0;

/** Fills the archive, and makes of it what is answered from. Resolves with the exit code: 1 where some articles were refused. */
export async function runIndex(options: IndexOptions, err: NodeJS.WriteStream): Promise<0 | 1> {
  if (!options.archive)
    throw new OperatorError("Set INDEX_URL to the address of an OpenSearch, for talks index to fill.");
  const log = createStderrLog();
  const bars = createBars(err);
  const writer = await openWriter(openArchive(options.archive, WRITING), bars.report);
  const signal = AbortSignal.any([stopSignal(log), writer.lost]);
  const settling = createSettling(() => writer.settle(signal), signal, log);
  // Whoever watches is not held up by it; whoever brings articles once waits for it at the end.
  const settle = async () => {
    if (options.watch && writer.needsSettling()) settling.ask();
  };
  try {
    let refused: number;
    if (options.fromInput)
      refused = await takeLines(process.stdin, { writer, signal, stateDir: options.stateDir, settle });
    else {
      const load = createFolderReader(ALWAYS_IN_THREAD);
      const source = { dir: options.corpusDir, load, writer, signal, log, settle };
      refused = options.watch ? await followFolder(source) : await takeFolder(source);
    }
    await settling.over();
    if (writer.needsSettling() && !signal.aborted) await writer.settle(signal);
    writer.lost.throwIfAborted();
    bars.stop();
    if (!signal.aborted) tell(log, refused);
    return refused > 0 ? 1 : 0;
  } catch (error) {
    writer.lost.throwIfAborted();
    if (signal.aborted) return 0;
    throw error;
  } finally {
    bars.stop();
    await writer.close();
  }
}

function tell(log: Log, refused: number): void {
  log.info(refused > 0 ? `The archive is filled, but for ${refused} articles.` : "The archive is filled.");
}

/** A bar for each kind of work, one at a time. */
function createBars(err: NodeJS.WriteStream): { readonly report: Report; stop(): void } {
  let shown: { readonly what: string; readonly bar: Progress } | null = null;
  return {
    report(what, done, total) {
      if (shown?.what !== what) {
        shown?.bar.stop();
        shown = { what, bar: createProgress(err, what) };
      }
      shown.bar.update(done, total);
    },
    stop: () => shown?.bar.stop(),
  };
}
