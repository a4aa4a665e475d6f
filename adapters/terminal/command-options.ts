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

interface LookOptions extends CorpusOptions {
  readonly json?: true;
}

/** What each command does; each resolves with the exit code. */
export interface Commands {
  ask(words: readonly string[], options: AskOptions): Promise<number>;
  /** `history` is false after `--no-history`. */
  chat(options: CorpusOptions & { readonly history: boolean }): Promise<number>;
  sources(options: LookOptions): Promise<number>;
  start(options: CorpusOptions): Promise<number>;
  check(options: LookOptions): Promise<number>;
  doctor(options: LookOptions): Promise<number>;
  statements(options: CorpusOptions & { readonly batch?: true }): Promise<number>;
  add(sources: readonly string[], options: CorpusOptions & AddFlags): Promise<number>;
  /** `from` is "-" for standard input, absent for the folder; `vectors` is false after `--no-vectors`. */
  index(
    from: string | undefined,
    options: CorpusOptions & { readonly watch?: true; readonly vectors: boolean },
  ): Promise<number>;
  report(options: { readonly json?: true; readonly forget?: string }): Promise<number>;
  /** `person` is `PLATFORM:ID`. */
  forget(person: string): Promise<number>;
  register(options: { readonly guild?: string }): Promise<number>;
}

/** Thrown where the command line asks for something that does not go together; its message is for the person. */
export class UsageError extends Error {
  override name = "UsageError";
}
