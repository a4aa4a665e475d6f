import type { AddFlags } from "../add/add-command.ts";

/** The option that every command over a corpus has. */
export interface CorpusOptions {
  readonly corpus?: string;
}

/** Options of `talks ask`; absent where they were not given. */
export interface AskOptions extends CorpusOptions {
  readonly json?: true;
  readonly batch?: true;
  readonly from?: string;
  readonly source?: string;
  readonly since?: string;
  readonly until?: string;
  readonly more?: number;
  readonly limit?: number;
  readonly context?: true;
  readonly exitStatus?: true;
  readonly explain?: true;
}

/** Options of `talks chat`; `history` is false after `--no-history`. */
export interface ChatOptions extends CorpusOptions {
  readonly history: boolean;
}

/** Options of the commands that look at something and say what they found. */
export interface LookOptions extends CorpusOptions {
  readonly json?: true;
}

/** Options of `talks statements`. */
export interface StatementsOptions extends CorpusOptions {
  readonly batch?: true;
}

/** Options of `talks index`. */
export interface IndexOptions extends CorpusOptions {
  readonly watch?: true;
  readonly vectors: boolean;
}

/** Options of `talks report`. */
export interface ReportOptions {
  readonly json?: true;
  readonly forget?: string;
}

/** Options of `talks register`. */
export interface RegisterOptions {
  readonly guild?: string;
}

/** What each command does; each resolves with the exit code. */
export interface Commands {
  ask(words: readonly string[], options: AskOptions): Promise<number>;
  chat(options: ChatOptions): Promise<number>;
  sources(options: LookOptions): Promise<number>;
  start(options: CorpusOptions): Promise<number>;
  check(options: LookOptions): Promise<number>;
  doctor(options: LookOptions): Promise<number>;
  statements(options: StatementsOptions): Promise<number>;
  add(sources: readonly string[], options: CorpusOptions & AddFlags): Promise<number>;
  /** `from` is "-" for standard input, absent for the folder. */
  index(from: string | undefined, options: IndexOptions): Promise<number>;
  report(options: ReportOptions): Promise<number>;
  /** `person` is `PLATFORM:ID`. */
  forget(person: string): Promise<number>;
  register(options: RegisterOptions): Promise<number>;
}

/** Thrown where the command line asks for something that does not go together; its message is for the person. */
export class UsageError extends Error {
  override name = "UsageError";
}
