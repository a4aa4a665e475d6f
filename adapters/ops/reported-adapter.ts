import type { ChatAdapter } from "../conversation/chat-adapter.ts";
import type { Health } from "./health.ts";

/** The adapter, with its comings and goings reported to `health`. */
export function createReportedAdapter(adapter: ChatAdapter, health: Health): ChatAdapter {
  const { name } = adapter;
  health.set(name, "starting");
  return {
    name,
    async start() {
      try {
        await adapter.start();
        health.set(name, "ready");
      } catch (error) {
        health.set(name, "failed");
        throw error;
      }
    },
    async stop() {
      health.set(name, "stopping");
      await adapter.stop();
    },
  };
}
