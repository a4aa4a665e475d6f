/** Plain data that survives a trip through JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * What has to be remembered between two messages: threads, delivered events, feedback, installations. Everything
 * expires. Values are data from outside when they come back: parse them before use.
 */
export interface State {
  get(key: string): Promise<unknown>;
  set(key: string, value: Json, ttlMs: number): Promise<void>;
  /** Changes what is under a key, which expires when it would have; does nothing where there is none. */
  replace(key: string, value: Json): Promise<void>;
  delete(key: string): Promise<void>;
  /** The keys that begin with `prefix`; what expires meanwhile may be among them. */
  keys(prefix: string): Promise<readonly string[]>;
  /**
   * Sets a key that has no value yet, to `true` where nothing else is given. True for exactly one caller per key until it
   * expires, across processes that share the state.
   */
  claim(key: string, ttlMs: number, value?: Json): Promise<boolean>;
  close(): Promise<void>;
}
