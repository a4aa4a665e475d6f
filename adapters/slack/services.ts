import type { ChatServices } from "../conversation/chat-services.ts";
import type { DeletedMessages } from "./deleted-messages.ts";
import type { Once } from "./once.ts";
import type { Post } from "./post.ts";

/** What the listeners share. */
export interface Services extends ChatServices {
  readonly deleted: DeletedMessages;
  readonly once: Once;
  readonly post: Post;
  /** Runs a listener: what it does is waited for at a stop, and a failure is logged. */
  readonly handle: (what: string, work: () => Promise<void>) => Promise<void>;
}
