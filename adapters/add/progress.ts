import { Presets, SingleBar } from "cli-progress";

/** A bar for work that takes its time. */
export interface Progress {
  update(done: number, total: number): void;
  stop(): void;
}

/** A progress bar on `stream`, once there is more than one of `things` to do; none where nobody watches. */
export function createProgress(stream: NodeJS.WriteStream, things = "articles"): Progress {
  const bar = new SingleBar(
    {
      stream,
      format: `{bar} {value} of {total} ${things}, {eta_formatted} left`,
      clearOnComplete: true,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  let isShown = false;
  return {
    update(done, total) {
      if (!isShown && stream.isTTY && total > 1) {
        bar.start(total, done);
        isShown = true;
      }
      if (!isShown) return;
      bar.setTotal(total);
      bar.update(done);
    },
    stop() {
      if (isShown) bar.stop();
      isShown = false;
    },
  };
}
