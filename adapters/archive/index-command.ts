import { createProgress, type Progress } from "../add/progress.ts";
import { createPassageEncoder } from "../encoder/question-encoder.ts";
import { startFeeds } from "../feeds/feed-schedule.ts";
import type { FeedsConfig } from "../feeds/feeds-config.ts";
import { bytesIn } from "../live-corpus/fingerprint.ts";
import { createFolderReader } from "../live-corpus/folder-reader.ts";
import { createSettling } from "../live-corpus/settling.ts";
import { createStderrLog, type Log } from "../log.ts";
import { OperatorError } from "../operator-error.ts";
import { stopSignal } from "../process-end.ts";
import type { ArchiveConfig } from "./archive-config.ts";
import { openArchive, WRITING } from "./client.ts";
import { followFolder, takeFolder } from "./folder-source.ts";
import type { Report } from "./generation.ts";
import { takeLines } from "./line-source.ts";
import { type ArchiveWriter, openWriter } from "./writer.ts";

/** What `talks index` is given. */
export interface IndexOptions {
  readonly archive: ArchiveConfig | null;
  readonly corpusDir: string;
  /** Read into the folder; `null` for none. */
  readonly feeds: FeedsConfig | null;
  /** Where what was refused is written down. */
  readonly stateDir: string;
  /** Articles come as JSON lines on standard input, and not from the folder. */
  readonly fromInput: boolean;
  /** Goes on until it is told to stop. */
  readonly watch: boolean;
  /** Whether passages are encoded, to be compared in meaning. */
  readonly vectors: boolean;
}

/** Folders of any size are read in a thread of their own. */
const ALWAYS_IN_THREAD = 0;
/** There is one writer at a time, so nobody else reads the feeds. */
const ALONE = { claim: async () => true, delete: async () => {} };

/** Fills the archive, and makes of it what is answered from. Resolves with the exit code: 1 where some articles were refused. */
export async function runIndex(options: IndexOptions, err: NodeJS.WriteStream): Promise<0 | 1> {
  if (!options.archive)
    throw new OperatorError("Set INDEX_URL to the address of an OpenSearch, for talks index to fill.");
  const log = createStderrLog();
  const bars = createBars(err);
  const writer = await openWriter(openArchive(options.archive, WRITING), bars.report);
  const signal = AbortSignal.any([stopSignal(log), writer.lost]);
  const encoder = options.vectors ? createPassageEncoder(log) : null;
  const encode = async () => void (encoder && (await writer.encode(encoder.encode, () => !signal.aborted)));
  const encoding = createSettling(encode, signal, log);
  const settleFirmly = () => settleAgain(writer, signal, log);
  const settling = createSettling(() => settleFirmly().then(encoding.ask), signal, log);
  // Whoever watches is not held up by it; whoever brings articles once waits for it at the end.
  const settle = async () => {
    if (!options.watch) return;
    if (writer.needsSettling()) settling.ask();
    else encoding.ask();
  };
  try {
    const refused = await takeAll(options, { writer, signal, log, settle });
    await settling.over();
    await encoding.over();
    if (writer.needsSettling() && !signal.aborted) await settleFirmly();
    writer.lost.throwIfAborted();
    bars.stop();
    if (!signal.aborted) tell(log, refused);
    await encode();
    return refused > 0 ? 1 : 0;
  } catch (error) {
    writer.lost.throwIfAborted();
    if (signal.aborted) return 0;
    throw error;
  } finally {
    bars.stop();
    await encoder?.close();
    await writer.close();
  }
}

/** Settles; from the start once more where that fails, as a node may be lost with what was being read of it. */
async function settleAgain(writer: ArchiveWriter, signal: AbortSignal, log: Log): Promise<void> {
  try {
    await writer.settle(signal);
  } catch (error) {
    if (signal.aborted || error instanceof OperatorError) throw error;
    log.warn("The articles could not be read to their end; they are read again.", { error });
    await writer.settle(signal);
  }
}

interface Taking {
  readonly writer: ArchiveWriter;
  readonly signal: AbortSignal;
  readonly log: Log;
  readonly settle: () => Promise<void>;
}

/** Brings articles from where the options say; resolves with how many were refused. */
async function takeAll({ corpusDir: dir, feeds, ...options }: IndexOptions, taking: Taking): Promise<number> {
  const { signal, log } = taking;
  if (options.fromInput) return takeLines(process.stdin, { ...taking, stateDir: options.stateDir });
  const isUrgent = (await bytesIn(dir)) === 0;
  const reading = feeds && startFeeds({ feeds, corpusDir: dir, isUrgent, state: ALONE, log, onRun: () => {} });
  try {
    if (isUrgent || !options.watch) await reading?.firstRound;
    signal.throwIfAborted();
    const source = { ...taking, dir, load: createFolderReader(ALWAYS_IN_THREAD) };
    return await (options.watch ? followFolder(source) : takeFolder(source));
  } finally {
    await reading?.close();
  }
}

function tell(log: Log, refused: number): void {
  const left = refused === 1 ? "1 article" : `${refused} articles`;
  log.info(refused > 0 ? `The archive is filled, but for ${left}.` : "The archive is filled.");
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
