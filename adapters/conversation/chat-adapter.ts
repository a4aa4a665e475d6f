/** A chat platform that is connected to the engine. */
export interface ChatAdapter {
  readonly name: string;
  /** Resolves once questions are taken; rejects with a sentence for the operator where it cannot connect. */
  start(): Promise<void>;
  /** Takes no more questions, finishes those in flight, disconnects. */
  stop(): Promise<void>;
}
