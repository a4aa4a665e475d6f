# syntax=docker/dockerfile:1

# Built with everything, run with what it needs: the second stage has no compiler, no tests and no package manager's cache.
FROM node:20.20.2-bookworm-slim@sha256:2cf067cfed83d5ea958367df9f966191a942351a2df77d6f0193e162b5febfc0 AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY build.js tsconfig.json ./
COPY src src
COPY adapters adapters
COPY models models
COPY corpus corpus
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund
# The encoder's runtime comes for five platforms, 290 MB; where it has none for this one, Talks does without.
RUN [ ! -d node_modules/onnxruntime-node ] || find node_modules/onnxruntime-node/bin -mindepth 3 -maxdepth 3 -type d \
  ! -path "*/linux/$(node -p process.arch)" -exec rm -r {} +

FROM node:20.20.2-bookworm-slim@sha256:2cf067cfed83d5ea958367df9f966191a942351a2df77d6f0193e162b5febfc0
ENV NODE_ENV=production STATE_DIR=/data OPS_PORT=9090
WORKDIR /app
RUN install -d -o node -g node -m 700 /data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY manifest.json ./
COPY corpus corpus
USER node
VOLUME /data
# Slack over HTTP; Socket Mode and Discord need no open port.
EXPOSE 3000
# Healthy is who can answer: the corpus is loaded and a platform is connected.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.OPS_PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Directly, without npm in between, so that the bot gets the signals and can finish what it has begun.
CMD ["node", "dist/talks.cjs", "start"]
