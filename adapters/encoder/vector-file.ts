import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import { crc32 } from "node:zlib";
import type { Vector } from "../../src/index.ts";
import { OWN_CORPUS } from "../package-root.ts";
import { readRegular } from "../state/lines.ts";
import { openRegular } from "../state/regular-file.ts";
import { replaceFile } from "../state/replace-file.ts";
import { DIMENSIONS, ENCODER, vectorOf } from "./vector.ts";

/** A vector with the key of the text that it was made of, `KEY_BYTES` long. */
export interface KeptVector {
  readonly key: Buffer;
  readonly vector: Vector;
}

/** Whether a file is as it should be: whole, not there yet, made by another encoder, or damaged. */
export type FileCondition = "whole" | "missing" | "outdated" | "damaged";

/** The vectors of the articles that come with Talks. */
export const SHIPPED_VECTORS = join(OWN_CORPUS, "passages.vectors");

// What the articles mean can be told from them, and they may not be everybody's.
const OWNER_ONLY = 0o600;
export const KEY_BYTES = 16;
/** A key, a byte for each number, and a checksum of both. */
const RECORD_BYTES = KEY_BYTES + DIMENSIONS + 4;
const HEAD = Buffer.from(`${JSON.stringify({ vectors: ENCODER })}\n`);
/** So many are read at a time; whoever asks meanwhile is answered in between. */
const SLICE = 2_000;

/**
 * Reads a file of vectors. What is damaged in it is left out.
 * @throws where there is a file, or something else, that cannot be read.
 */
export async function readVectors(path: string, add: (kept: KeptVector) => void): Promise<FileCondition> {
  const content = await readWhole(path);
  if (content === null) return "missing";
  if (!content.subarray(0, HEAD.length).equals(HEAD))
    return content.indexOf('{"vectors":') === 0 ? "outdated" : "damaged";
  let condition: FileCondition = (content.length - HEAD.length) % RECORD_BYTES === 0 ? "whole" : "damaged";
  for (let at = HEAD.length, read = 1; at + RECORD_BYTES <= content.length; at += RECORD_BYTES, read++) {
    const record = content.subarray(at, at + RECORD_BYTES);
    const kept = parseRecord(record);
    if (kept) add(kept);
    else condition = "damaged";
    if (read % SLICE === 0) await breathe();
  }
  return condition;
}

/** Puts these vectors in place of whatever is in the file; resolves with how many they are. */
export async function replaceVectors(path: string, vectors: Iterable<KeptVector>): Promise<number> {
  const records: Buffer[] = [];
  for (const kept of vectors) {
    records.push(toRecord(kept));
    if (records.length % SLICE === 0) await breathe();
  }
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await replaceFile(path, Buffer.concat([HEAD, ...records]), OWNER_ONLY);
  return records.length;
}

/** Adds vectors to a file that is whole. */
export async function appendVectors(path: string, vectors: Iterable<KeptVector>): Promise<void> {
  const handle = await openRegular(path, "appending or creating");
  try {
    await handle.appendFile(Buffer.concat(Array.from(vectors, toRecord)));
  } finally {
    await handle.close();
  }
}

async function readWhole(path: string): Promise<Buffer | null> {
  try {
    return await readRegular(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function toRecord({ key, vector: { values } }: KeptVector): Buffer {
  const record = Buffer.concat([key, new Uint8Array(values.buffer, values.byteOffset, DIMENSIONS), Buffer.alloc(4)]);
  record.writeUInt32LE(crc32(record.subarray(0, -4)), RECORD_BYTES - 4);
  return record;
}

function parseRecord(record: Buffer): KeptVector | null {
  if (crc32(record.subarray(0, -4)) !== record.readUInt32LE(RECORD_BYTES - 4)) return null;
  const values = new Int8Array(record.subarray(KEY_BYTES, KEY_BYTES + DIMENSIONS));
  return { key: record.subarray(0, KEY_BYTES), vector: vectorOf(values) };
}
